package io.github.acrdoctor.collect.azure;

import io.github.acrdoctor.collect.Notebook;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Sees what azure-identity asks and is answered; keeps refusals, never a token. */
final class Witness implements Interceptor {
  private static final long MOST = 64 << 10;

  private final Notebook notebook;
  private final Clock clock;
  private volatile String refusal;
  private volatile int status;
  private volatile String silence;

  Witness(Notebook notebook, Clock clock) {
    this.notebook = notebook;
    this.clock = clock;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    String what = request.method() + " " + request.url();
    Instant since = clock.instant();
    notebook.doing(request.method() + " " + request.url().host() + request.url().encodedPath());
    try {
      Response response = chain.proceed(request);
      boolean granted = response.code() < 300;
      refusal = granted ? null : response.peekBody(MOST).string();
      status = response.code();
      silence = null;
      notebook.asked(
          what, since, Integer.toString(response.code()), granted ? "(not kept)" : refusal);
      return response;
    } catch (IOException e) {
      refusal = null;
      silence = String.valueOf(e.getMessage());
      notebook.asked(what, since, "no answer", e.getMessage());
      throw e;
    }
  }

  /** The body of the last answer when it was a refusal; null otherwise. */
  String refusal() {
    return refusal;
  }

  /** Why the last request got no answer; null when it got one, or when there was none. */
  String silence() {
    return silence;
  }

  /** The last status; 0 before any answer. */
  int status() {
    return status;
  }
}
