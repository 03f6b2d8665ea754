package org.defcore.simcloud.defect;

import java.io.IOException;
import java.util.function.Consumer;
import org.defcore.simcloud.wire.Handler;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Router;

/**
 * Makes handlers of an operation that misunderstand the request, or do something else or nothing.
 */
record Mishandling(Operation operation, Router router) {

  Handler around(Distorted defect, Handler handler) {
    return switch (defect.kind()) {
      case QUERY_DROP -> request -> handler.answer(request.withoutQuery(defect.value()));
      case QUERY_SET -> request -> handler.answer(request.withQuery(defect.name(), defect.text()));
      case BODY_DROP ->
          request -> handler.answer(operate(request, it -> it.remove(defect.value())));
      case BODY_SET ->
          request ->
              handler.answer(operate(request, it -> it.put(defect.value(), defect.replacement())));
      case SENT_HEADER_DROP -> request -> handler.answer(request.withoutHeader(defect.value()));
      case SENT_HEADER_SET ->
          request -> handler.answer(request.withHeader(defect.name(), defect.text()));
      case IDLE -> request -> Reply.empty(defect.code());
      case REFUSE -> request -> router.refusal(defect.code());
      case AS -> like(router.operation(defect.value()));
      case STATUS, CONTENT, EXTRA, DROP, SET, HEADER_DROP, HEADER_SET -> handler;
      case SILENT, SLOW, REDIRECT, TIMES, AFTER -> handler;
    };
  }

  private Handler like(Operation other) {
    return request ->
        other.handler().answer(operate(request, it -> it.rename(operation.key(), other.key())));
  }

  private static Incoming operate(Incoming request, Consumer<Surgery> cut) throws IOException {
    return request.changed(
        sent -> {
          Surgery surgery = new Surgery(sent);
          cut.accept(surgery);
          return surgery.result();
        });
  }
}
