package org.defcore.http;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.defcore.http.message.Exchange;
import org.defcore.http.message.HttpRequest;
import org.defcore.http.message.HttpResponse;
import org.defcore.http.message.RawResponse;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Masking;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call with all its exchanges: redirects, pauses and repeated requests. */
final class CallExecution {

  private static final Logger LOG = LoggerFactory.getLogger(CallExecution.class);

  private static final int MOST_REDIRECTS = 5;
  private static final int MOST_PAUSES = 2;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  // RFC 9110, 9.2.2: others may not be sent again by themselves, as they could take effect twice.
  private static final Set<String> IDEMPOTENT =
      Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE");

  private static final int MIB = 1024 * 1024;

  /** Objects that all calls of one transport share. */
  record Context(TransportSettings settings, ApacheClient client, Masking masking, Clock clock) {

    Context within(Duration longest) {
      return new Context(settings.within(longest), client, masking, clock);
    }
  }

  private record Answered(RawResponse received, HttpResponse response) {}

  private final Context context;
  private final ExchangeCapture capture;
  private final Recording recording;
  private final String label;
  private final long deadline;

  CallExecution(Context context, Recording recording, String label) {
    this.context = context;
    this.capture = new ExchangeCapture(context.masking());
    this.recording = recording;
    this.label = label;
    this.deadline = System.nanoTime() + context.settings().exchange().toNanos();
  }

  HttpResponse send(HttpRequest request) {
    HttpRequest next = request;
    int redirects = 0;
    int pauses = 0;
    while (true) {
      Answered answer = attempt(next);
      Optional<String> location = Redirect.location(answer.received());
      Optional<Duration> pause = pause(answer.received());
      if (location.isPresent()) {
        if (redirects++ == MOST_REDIRECTS) {
          throw unexpected(
              answer,
              "at most " + MOST_REDIRECTS + " redirects",
              "more than " + MOST_REDIRECTS + " redirects");
        }
        next = follow(next, answer, location.get());
      } else if (pause.isPresent() && pauses++ < MOST_PAUSES) {
        pause(next, pause.get());
      } else {
        return answer.response();
      }
    }
  }

  private HttpRequest follow(HttpRequest request, Answered answer, String location) {
    Redirect redirect =
        Redirect.of(answer.received().status(), request.uri(), location)
            .orElseThrow(
                () ->
                    unexpected(
                        answer, "a redirect to an HTTP URL", "one to " + withoutQuery(location)));
    HttpRequest next = redirect.next(request);
    if (next.payload().isPresent() && !redirect.stays(request.uri())) {
      throw unexpected(
          answer,
          "a request body to be taken by the same host and port",
          "a redirect to " + withoutQuery(redirect.to().toString()));
    }
    return next;
  }

  /** The pause that a busy server asks for with a 413. */
  private static Optional<Duration> pause(RawResponse received) {
    if (received.status() != 413) {
      return Optional.empty();
    }
    return received
        .header("retry-after")
        .filter(it -> it.matches("\\d{1,9}"))
        .map(it -> Duration.ofSeconds(Integer.parseInt(it)))
        .map(it -> it.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : it);
  }

  private void pause(HttpRequest request, Duration pause) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw noAnswer(request, ConnectionFailure.interrupted(), new IOException("interrupted"));
    }
  }

  private Answered attempt(HttpRequest request) {
    capture.learn(request);
    try {
      return exchange(request);
    } catch (StaleConnection first) {
      context.client().forgetIdleConnections();
      if (!IDEMPOTENT.contains(request.method())) {
        throw noAnswer(
            request, ConnectionFailure.of(first, request.uri(), context.settings()), first);
      }
      try {
        return exchange(request);
      } catch (StaleConnection second) {
        throw noAnswer(
            request, ConnectionFailure.of(second, request.uri(), context.settings()), second);
      }
    }
  }

  private Answered exchange(HttpRequest request) throws StaleConnection {
    Instant started = context.clock().instant();
    long from = System.nanoTime();
    try {
      RawResponse received = context.client().exchange(request, remaining(from));
      Exchange exchange = capture.answered(timing(started, from), request, received);
      int place = recording.add(exchange);
      log(exchange, received);
      return complete(
          new Answered(
              received,
              new HttpResponse(
                  request.uri(), received.status(), received.headers(), received.body(), place)));
    } catch (StaleConnection e) {
      recording.add(capture.unanswered(timing(started, from), request, StaleConnection.WHAT));
      throw e;
    } catch (IOException e) {
      ConnectionFailure failure = ConnectionFailure.of(e, request.uri(), context.settings());
      recording.add(capture.unanswered(timing(started, from), request, failure.found()));
      throw noAnswer(request, failure, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      ConnectionFailure failure = ConnectionFailure.interrupted();
      recording.add(capture.unanswered(timing(started, from), request, failure.found()));
      throw noAnswer(request, failure, new IOException("interrupted"));
    }
  }

  private Duration remaining(long now) throws DeadlineExceeded, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (deadline - now <= 0) {
      throw new DeadlineExceeded();
    }
    return Duration.ofNanos(deadline - now);
  }

  private static ExchangeCapture.Timing timing(Instant started, long from) {
    return new ExchangeCapture.Timing(started, Duration.ofNanos(System.nanoTime() - from));
  }

  private static void log(Exchange exchange, RawResponse received) {
    LOG.debug(
        "{} {}: {} in {} ms {}",
        exchange.method(),
        exchange.uri(),
        exchange.status(),
        exchange.took().toMillis(),
        received.header("x-openstack-request-id").orElse(""));
  }

  private Answered complete(Answered answer) {
    if (answer.received().completeness() == RawResponse.Completeness.CUT_OFF) {
      String limit = words(context.settings().bodyLimit());
      throw unexpected(answer, "an answer of at most " + limit, "an answer longer than " + limit);
    }
    return answer;
  }

  private static String words(int bytes) {
    return bytes % MIB == 0 ? bytes / MIB + " MiB" : bytes + " bytes";
  }

  private UnexpectedAnswer unexpected(Answered answer, String expected, String found) {
    return UnexpectedAnswer.finding(
        context.masking().text(label + ": expected " + expected + " but found " + found),
        answer.response());
  }

  private NoAnswer noAnswer(HttpRequest request, ConnectionFailure failure, IOException cause) {
    String message =
        request.method()
            + " "
            + withoutQuery(request.uri().toString())
            + ": expected an answer but found "
            + failure.found()
            + ": "
            + failure.advice();
    return new NoAnswer(failure.why(), context.masking().text(message), redacted(cause));
  }

  /** The cause with its message redacted, as {@code --debug} prints it. */
  private IOException redacted(IOException cause) {
    IOException told = new IOException(context.masking().text(cause.toString()));
    told.setStackTrace(cause.getStackTrace());
    return told;
  }

  private static String withoutQuery(String url) {
    return url.split("[?#]", 2)[0];
  }
}
