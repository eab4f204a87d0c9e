package io.github.acrdoctor.facts;

/**
 * Who the client presents itself as.
 *
 * @param kind user, service-principal, managed-identity, admin, repository-token, anonymous or
 *     kubelet; null when not known
 * @param name user name, application id or token name; null when not known
 * @param objectId object id in Entra; null when not known
 * @param tenantId tenant of the identity; null when not known
 * @param signedIn whether a token could be had for it
 * @param enabled whether the account is enabled
 * @param knownInTenant whether the registry tenant knows it
 * @param intended whether this is the identity that was meant to be used
 */
@About(value = "Who the client presents itself as.", from = "azure")
public record Identity(
    @About(
            value =
                "user, service-principal, managed-identity, admin, repository-token, anonymous or"
                    + " kubelet",
            example = "service-principal",
            words = {
              "user",
              "service-principal",
              "managed-identity",
              "admin",
              "repository-token",
              "anonymous",
              "kubelet"
            })
        String kind,
    @About(
            value = "user name, application id or token name",
            example = "33333333-aaaa-bbbb-cccc-000000000001")
        String name,
    @About(value = "object id in Entra", example = "22222222-aaaa-bbbb-cccc-000000000001")
        String objectId,
    @About(value = "tenant of the identity", example = "11111111-aaaa-bbbb-cccc-000000000001")
        String tenantId,
    @About(value = "whether a token could be had for it", example = "yes") Answer signedIn,
    @About(value = "whether the account is enabled", example = "yes") Answer enabled,
    @About(value = "whether the registry tenant knows it", example = "yes") Answer knownInTenant,
    @About(value = "whether this is the identity that was meant to be used", example = "no")
        Answer intended)
    implements Fact {

  /** Missing answers become {@link Answer#UNKNOWN}, missing lists become empty. */
  public Identity {
    signedIn = Answer.known(signedIn);
    enabled = Answer.known(enabled);
    knownInTenant = Answer.known(knownInTenant);
    intended = Answer.known(intended);
  }
}
