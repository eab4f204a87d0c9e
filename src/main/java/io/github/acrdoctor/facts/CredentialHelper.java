package io.github.acrdoctor.facts;

/**
 * A program that keeps docker credentials.
 *
 * @param name the helper after docker-credential-; null when not known
 * @param host registry host the helper is configured for, when not for all; null when not known
 * @param installed whether the program is on the path
 * @param working whether listing its entries succeeds
 */
@About(value = "A program that keeps docker credentials.", from = "docker")
public record CredentialHelper(
    @About(value = "the helper after docker-credential-", example = "desktop") String name,
    @About(
            value = "registry host the helper is configured for, when not for all",
            example = "contoso.azurecr.io")
        String host,
    @About(value = "whether the program is on the path", example = "no") Answer installed,
    @About(value = "whether listing its entries succeeds", example = "no") Answer working)
    implements Fact {

  /** Missing answers become {@link Answer#UNKNOWN}, missing lists become empty. */
  public CredentialHelper {
    installed = Answer.known(installed);
    working = Answer.known(working);
  }
}
