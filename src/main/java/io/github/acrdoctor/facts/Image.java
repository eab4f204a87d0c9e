package io.github.acrdoctor.facts;

/**
 * An image in the registry.
 *
 * @param repository repository; null when not known
 * @param tag tag; null when not known
 * @param exists whether the registry has it
 * @param writeEnabled whether it may be overwritten
 * @param deleteEnabled whether it may be deleted
 * @param readEnabled whether it may be pulled
 * @param platformMatches whether it has a build for the client platform
 */
@About(value = "An image in the registry.", from = "registry")
public record Image(
    @About(value = "repository", example = "team/api") String repository,
    @About(value = "tag", example = "1.0") String tag,
    @About(value = "whether the registry has it", example = "no") Answer exists,
    @About(value = "whether it may be overwritten", example = "no") Answer writeEnabled,
    @About(value = "whether it may be deleted", example = "yes") Answer deleteEnabled,
    @About(value = "whether it may be pulled", example = "yes") Answer readEnabled,
    @About(value = "whether it has a build for the client platform", example = "no")
        Answer platformMatches)
    implements Fact {

  /** Missing answers become {@link Answer#UNKNOWN}, missing lists become empty. */
  public Image {
    exists = Answer.known(exists);
    writeEnabled = Answer.known(writeEnabled);
    deleteEnabled = Answer.known(deleteEnabled);
    readEnabled = Answer.known(readEnabled);
    platformMatches = Answer.known(platformMatches);
  }
}
