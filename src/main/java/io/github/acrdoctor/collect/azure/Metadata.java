package io.github.acrdoctor.collect.azure;

import io.github.acrdoctor.collect.NoReply;
import io.github.acrdoctor.collect.Reply;
import io.github.acrdoctor.facts.Environment;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * The metadata service that virtual machines of Azure have.
 *
 * @see <a href="https://learn.microsoft.com/azure/virtual-machines/instance-metadata-service">Azure
 *     Instance Metadata Service</a>
 */
final class Metadata {
  private Metadata() {}

  /**
   * Asks it where this is.
   *
   * @param session what is shared
   * @param time how long it may take to answer
   * @return whether such a service answers here
   */
  static boolean read(Session session, Duration time) {
    HttpUrl url =
        HttpUrl.parse(session.machine().metadata() + "/metadata/instance?api-version=2021-02-01");
    if (url == null) {
      return false;
    }
    Request request = new Request.Builder().url(url).header("Metadata", "true").build();
    try {
      Reply reply = session.context().web().send(request, time, session.notebook());
      // Nodes of Kubernetes are virtual machines, too, but pods are what pulls images there.
      boolean inPod =
          session.machine().variable("KUBERNETES_SERVICE_HOST") != null
              || session.context().options().aks() != null;
      if (reply.json().path("compute").isObject() && !inPod) {
        session.notebook().fact(new Environment("virtual-machine", null, null));
      }
      return reply.json().isObject();
    } catch (NoReply e) {
      return false;
    }
  }
}
