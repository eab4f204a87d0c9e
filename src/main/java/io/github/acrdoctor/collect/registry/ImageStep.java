package io.github.acrdoctor.collect.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrdoctor.collect.DataHosts;
import io.github.acrdoctor.collect.Json;
import io.github.acrdoctor.collect.NoReply;
import io.github.acrdoctor.collect.Reply;
import io.github.acrdoctor.collect.Target;
import io.github.acrdoctor.collect.docker.Secret;
import io.github.acrdoctor.facts.Answer;
import io.github.acrdoctor.facts.Image;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Looks at an image in the registry: whether it is there, and where its layers come from. */
final class ImageStep {
  private final Probe probe;
  private final Target target;
  private final DataHosts hosts;

  /**
   * Looks at the image of a target.
   *
   * @param probe asks the registry
   * @param hosts takes the host that layers come from
   */
  ImageStep(Probe probe, DataHosts hosts) {
    this.probe = probe;
    this.target = probe.target();
    this.hosts = hosts;
  }

  /**
   * Looks.
   *
   * @param pull a token that may pull
   * @param metadata a token that may read how the image is locked; null for none
   */
  void look(Secret pull, Secret metadata) {
    Reply reply = manifest(target.reference(), pull);
    int status = reply == null ? 0 : reply.status();
    boolean garbled = status == 200 && !reply.json().isObject();
    if (garbled || (status != 200 && status != 404)) {
      String why = garbled ? "with something else" : status == 0 ? "nothing" : "" + status;
      probe.notebook().missing("image", "asked for it, the registry answered " + why, null);
      return;
    }
    Manifest manifest = new Manifest(reply.json());
    boolean exists = status == 200;
    JsonNode locks = exists ? locks(metadata) : Json.read("");
    probe
        .notebook()
        .fact(
            new Image(
                target.repository(),
                target.reference(),
                exists ? Answer.YES : Answer.NO,
                Json.answer(locks.path("writeEnabled")),
                Json.answer(locks.path("deleteEnabled")),
                Json.answer(locks.path("readEnabled")),
                manifest.fitsThisMachine()));
    if (exists) {
      layer(manifest, pull);
    }
  }

  private Reply manifest(String reference, Secret token) {
    Request request =
        with(token, "v2/" + target.repository() + "/manifests/" + reference)
            .header("Accept", Manifest.TYPES)
            .build();
    return probe.ask("manifest", "GET manifest", request, 200);
  }

  private Request.Builder with(Secret token, String path) {
    return new Request.Builder()
        .url(probe.url(path).build())
        .header("Authorization", "Bearer " + token.reveal());
  }

  private JsonNode locks(Secret token) {
    boolean digest = target.reference().indexOf(':') >= 0;
    String path = "acr/v1/" + target.repository() + (digest ? "/_manifests/" : "/_tags/");
    JsonNode locks = Json.read("");
    if (token != null) {
      try {
        Reply reply = probe.send(with(token, path + target.reference()).build());
        JsonNode body = reply.status() == 200 ? reply.json() : Json.read("");
        locks = body.path(digest ? "manifest" : "tag").path("changeableAttributes");
      } catch (NoReply e) {
        // As without the right: it is said below.
      }
    }
    if (!locks.isObject()) {
      probe
          .notebook()
          .missing(
              "image", "whether it is locked could not be read", "metadata/read on the repository");
    }
    return locks;
  }

  /** The layer is not loaded: its address is signed, and the host in it is all that counts. */
  private void layer(Manifest manifest, Secret token) {
    Manifest single = manifest;
    if (manifest.isList() && manifest.child() != null) {
      Reply reply = manifest(manifest.child(), token);
      single = new Manifest(reply == null ? Json.read("") : reply.json());
    }
    String digest = single.smallest();
    if (digest == null) {
      return;
    }
    Request request = with(token, "v2/" + target.repository() + "/blobs/" + digest).build();
    Reply reply = probe.ask("blob", "GET blob", request, 200, 206, 301, 302, 303, 307, 308);
    String location = reply == null ? null : reply.header("Location");
    HttpUrl elsewhere =
        location == null || !Marks.isRedirect(reply) ? null : request.url().resolve(location);
    if (elsewhere != null) {
      found(elsewhere);
    }
  }

  private void found(HttpUrl url) {
    boolean own = url.host().equals(target.host()) && url.port() == target.port();
    if (!own) {
      hosts.found(url.port() == 443 ? url.host() : url.host() + ":" + url.port());
    }
  }
}
