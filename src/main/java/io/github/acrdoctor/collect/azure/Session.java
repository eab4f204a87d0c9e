package io.github.acrdoctor.collect.azure;

import io.github.acrdoctor.collect.Context;
import io.github.acrdoctor.collect.Machine;
import io.github.acrdoctor.collect.Notebook;
import java.time.Duration;

/**
 * What the sources of one run share.
 *
 * @param context what is looked at, and with what
 * @param notebook takes what they learn
 * @param limit how long one request may take
 * @param parallel runs what does not depend on each other
 */
record Session(Context context, Notebook notebook, Duration limit, Parallel parallel) {
  Machine machine() {
    return context.machine();
  }
}
