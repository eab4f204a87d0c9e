package io.github.acrdoctor.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrdoctor.facts.Text;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NearestMessagesTest {
  private final NearestMessages messages =
      new NearestMessages(
          Map.of(
              "login-refused", List.of("Error: the registry refused the login of user 'ci'"),
              "image-missing", List.of("Error: image team/api:1.0 was not found in the registry"),
              "socket", List.of("cannot connect to the socket of the engine")));

  private List<NearMessage> to(String text) {
    return messages.to(List.of(new Text("t", text)));
  }

  @Test
  void theMostAlikeMessageComesFirstWithTheWordsThatDiffer() {
    NearMessage near =
        to("first line\nError: the registry refused the logon of user 'dana'").get(0);
    assertThat(near.symptom()).isEqualTo("login-refused");
    assertThat(near.missing()).contains("login", "ci");
    assertThat(near.other()).contains("logon", "dana");
  }

  @Test
  void whatResemblesNothingIsLikenedToNothing() {
    assertThat(to("a quick brown fox")).isEmpty();
    assertThat(to("")).isEmpty();
  }

  @Test
  void aSecretInTheLineIsNotSplitIntoWords() {
    assertThat(
            to("Error: the registry refused the logon of user ci password=Hunter2secret")
                .toString())
        .doesNotContain("unter2secret");
  }
}
