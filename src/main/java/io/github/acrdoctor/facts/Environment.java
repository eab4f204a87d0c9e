package io.github.acrdoctor.facts;

/**
 * Where the client runs.
 *
 * @param kind aks, kubernetes, container-apps, app-service, container-instances, azure-pipelines,
 *     github-actions, acr-tasks, cloud-shell, virtual-machine or workstation; null when not known
 * @param hosted whether its outgoing address is a shared one of the service
 * @param imagePullOverVnet App Service: whether images are pulled through the virtual network
 */
@About(value = "Where the client runs.", from = "case")
public record Environment(
    @About(
            value =
                "aks, kubernetes, container-apps, app-service, container-instances,"
                    + " azure-pipelines, github-actions, acr-tasks, cloud-shell, virtual-machine or"
                    + " workstation",
            example = "aks",
            words = {
              "aks",
              "kubernetes",
              "container-apps",
              "app-service",
              "container-instances",
              "azure-pipelines",
              "github-actions",
              "acr-tasks",
              "cloud-shell",
              "virtual-machine",
              "workstation"
            })
        String kind,
    @About(value = "whether its outgoing address is a shared one of the service", example = "yes")
        Answer hosted,
    @About(
            value = "App Service: whether images are pulled through the virtual network",
            example = "no")
        Answer imagePullOverVnet)
    implements Fact {

  /** Missing answers become {@link Answer#UNKNOWN}, missing lists become empty. */
  public Environment {
    hosted = Answer.known(hosted);
    imagePullOverVnet = Answer.known(imagePullOverVnet);
  }
}
