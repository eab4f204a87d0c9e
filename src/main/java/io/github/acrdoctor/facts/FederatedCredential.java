package io.github.acrdoctor.facts;

/**
 * A trust of an application or managed identity in tokens of another issuer.
 *
 * @param name name of the credential; null when not known
 * @param subject subject that it trusts; null when not known
 * @param signedBy issuer that it trusts; null when not known
 * @param matchesPresented whether the token that was presented has this issuer, subject and
 *     audience
 */
@About(
    value = "A trust of an application or managed identity in tokens of another issuer.",
    from = "azure")
public record FederatedCredential(
    @About(value = "name of the credential", example = "main-branch") String name,
    @About(value = "subject that it trusts", example = "repo:contoso/app:ref:refs/heads/main")
        String subject,
    @About(value = "issuer that it trusts", example = "https://token.actions.githubusercontent.com")
        String signedBy,
    @About(
            value = "whether the token that was presented has this issuer, subject and audience",
            example = "no")
        Answer matchesPresented)
    implements Fact {

  /** Missing answers become {@link Answer#UNKNOWN}, missing lists become empty. */
  public FederatedCredential {
    matchesPresented = Answer.known(matchesPresented);
  }
}
