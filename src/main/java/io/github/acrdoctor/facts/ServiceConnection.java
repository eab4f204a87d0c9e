package io.github.acrdoctor.facts;

/**
 * The registry settings of a pipeline or another Azure service.
 *
 * @param service azure-pipelines, github-actions, app-service, container-apps, container-instances;
 *     null when not known
 * @param exists whether the connection or setting exists
 * @param registry registry host it names; null when not known
 * @param registryMatches whether it names the registry in question
 * @param identityConfigured whether it has credentials or an identity at all
 */
@About(value = "The registry settings of a pipeline or another Azure service.", from = "case")
public record ServiceConnection(
    @About(
            value =
                "azure-pipelines, github-actions, app-service, container-apps, container-instances",
            example = "azure-pipelines")
        String service,
    @About(value = "whether the connection or setting exists", example = "yes") Answer exists,
    @About(value = "registry host it names", example = "contoso.azurecr.io") String registry,
    @About(value = "whether it names the registry in question", example = "no")
        Answer registryMatches,
    @About(value = "whether it has credentials or an identity at all", example = "no")
        Answer identityConfigured)
    implements Fact {

  /** Missing answers become {@link Answer#UNKNOWN}, missing lists become empty. */
  public ServiceConnection {
    exists = Answer.known(exists);
    registryMatches = Answer.known(registryMatches);
    identityConfigured = Answer.known(identityConfigured);
  }
}
