package org.defcore.http;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.defcore.http.Repetitions.Repetition;
import org.defcore.http.message.Exchange;
import org.defcore.http.message.HttpRequest;
import org.defcore.http.message.HttpResponse;
import org.defcore.http.message.RawResponse;
import org.defcore.http.message.Recording;
import org.defcore.http.message.RepeatCause;
import org.defcore.http.redact.Masking;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call with all its exchanges: redirects, and repetitions of what got lost on the way. */
final class CallExecution {

  private static final Logger LOG = LoggerFactory.getLogger(CallExecution.class);

  private static final int MOST_REDIRECTS = 5;
  private static final int LONGEST_ADDRESS = 1000;
  private static final int MIB = 1024 * 1024;

  /** Objects that all calls of one transport share. */
  record Context(TransportSettings settings, ApacheClient client, Masking masking, Clock clock) {

    Context within(Duration longest) {
      return new Context(settings.within(longest), client, masking, clock);
    }
  }

  /** Outcome of one request. */
  private sealed interface Attempt permits Answered, Lost {}

  private record Answered(RawResponse received, int place) implements Attempt {}

  private record Lost(ConnectionFailure failure, IOException cause) implements Attempt {}

  private final Context context;
  private final ExchangeCapture capture;
  private final Recording recording;
  private final String label;
  private final Repetitions repetitions;
  private final Set<Integer> taken;
  private final long deadline;
  private Optional<RepeatCause> repeats = Optional.empty();

  CallExecution(Context context, Recording recording, CallTerms terms) {
    this.context = context.within(terms.longest());
    this.capture = new ExchangeCapture(context.masking());
    this.recording = recording;
    this.label = terms.label();
    this.repetitions = new Repetitions(terms, context.clock());
    this.taken = terms.taken();
    this.deadline = System.nanoTime() + this.context.settings().exchange().toNanos();
  }

  HttpResponse send(HttpRequest request) {
    HttpRequest next = request;
    int redirects = 0;
    while (true) {
      Attempt attempt = attempt(next);
      Optional<String> location =
          attempt instanceof Answered answer && !taken.contains(answer.received().status())
              ? Redirect.location(answer.received())
              : Optional.empty();
      if (attempt instanceof Answered answer && location.isPresent()) {
        if (redirects++ == MOST_REDIRECTS) {
          throw unexpected(
              response(next, answer),
              "at most " + MOST_REDIRECTS + " redirects",
              "more than " + MOST_REDIRECTS + " redirects");
        }
        next = follow(next, response(next, answer), location.get());
        continue;
      }
      Optional<Repetition> again = again(next, attempt);
      if (again.isEmpty()) {
        return result(next, attempt);
      }
      pause(next, again.get().pause());
      repeats = Optional.of(again.get().cause());
      next = again.get().request();
    }
  }

  private Optional<Repetition> again(HttpRequest request, Attempt attempt) {
    Duration left = Duration.ofNanos(deadline - System.nanoTime());
    if (attempt instanceof Answered answer) {
      return repetitions.after(request, answer.received(), left);
    }
    return repetitions.after(request, ((Lost) attempt).failure(), left);
  }

  private HttpResponse result(HttpRequest request, Attempt attempt) {
    if (attempt instanceof Answered answer) {
      return response(request, answer);
    }
    Lost lost = (Lost) attempt;
    throw noAnswer(request, lost.failure(), lost.cause());
  }

  private HttpResponse response(HttpRequest request, Answered answer) {
    RawResponse received = answer.received();
    return new HttpResponse(
        request.uri(),
        received.status(),
        received.headers(),
        received.body(),
        answer.place(),
        repetitions.obstacle(request, received));
  }

  private HttpRequest follow(HttpRequest request, HttpResponse answer, String location) {
    Redirect redirect =
        Redirect.of(answer.status(), request.uri(), location)
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

  private void pause(HttpRequest request, Duration pause) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw noAnswer(request, ConnectionFailure.interrupted(), new IOException("interrupted"));
    }
  }

  private Attempt attempt(HttpRequest request) {
    capture.learn(request);
    Instant started = context.clock().instant();
    long from = System.nanoTime();
    try {
      RawResponse received = context.client().exchange(request, remaining(from));
      Exchange exchange = capture.answered(timing(started, from), request, received);
      Answered answer = new Answered(received, recording.add(exchange));
      log(exchange, received);
      requireWhole(request, answer);
      return answer;
    } catch (IOException e) {
      if (e instanceof StaleConnection) {
        context.client().forgetIdleConnections();
      }
      Lost lost = new Lost(ConnectionFailure.of(e, request.uri(), context.settings()), e);
      return noted(lost, request, timing(started, from));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      Lost lost = new Lost(ConnectionFailure.interrupted(), new IOException("interrupted"));
      return noted(lost, request, timing(started, from));
    }
  }

  private Lost noted(Lost lost, HttpRequest request, ExchangeCapture.Timing timing) {
    recording.add(capture.unanswered(timing, request, lost.failure().found()));
    return lost;
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

  private ExchangeCapture.Timing timing(Instant started, long from) {
    return new ExchangeCapture.Timing(started, Duration.ofNanos(System.nanoTime() - from), repeats);
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

  private void requireWhole(HttpRequest request, Answered answer) {
    if (answer.received().completeness() == RawResponse.Completeness.CUT_OFF) {
      String limit = words(context.settings().bodyLimit());
      throw unexpected(
          response(request, answer),
          "an answer of at most " + limit,
          "an answer longer than " + limit);
    }
  }

  private static String words(int bytes) {
    return bytes % MIB == 0 ? bytes / MIB + " MiB" : bytes + " bytes";
  }

  private UnexpectedAnswer unexpected(HttpResponse answer, String expected, String found) {
    return UnexpectedAnswer.finding(
        context.masking().text(label + ": expected " + expected + " but found " + found), answer);
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
    String address = url.split("[?#]", 2)[0];
    return address.length() <= LONGEST_ADDRESS
        ? address
        : address.substring(0, LONGEST_ADDRESS) + "…";
  }
}
