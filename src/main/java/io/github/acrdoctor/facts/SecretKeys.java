package io.github.acrdoctor.facts;

import java.util.ArrayList;
import java.util.List;

/** Words that announce a secret, found in one walk through a tree of their letters. */
final class SecretKeys {
  /** How a key and its secret must be written to be believed. */
  enum Form {
    /** {@code key: secret}, {@code key=secret} or {@code --key secret}. */
    ANY,
    /** {@code key=secret} or {@code "key": "secret"}; the word alone is too common. */
    PAIR,
    /** {@code "key": "secret"} only. */
    QUOTED,
    /** {@code Authorization: Scheme secret}. */
    HEADER,
    /** {@code Bearer secret}. */
    SCHEME,
    /** {@code --creds user:secret}. */
    USER_AND_SECRET,
    /** Announces nothing itself: a login command, in which {@code -p} is a password. */
    LOGIN,
    /** A command in which {@code -u} may carry {@code user:secret}. */
    CURL
  }

  /**
   * A word that announces a secret.
   *
   * @param word in lower case
   * @param kind what follows it
   * @param form how it must be written
   * @param whole whether it must not be the end of a longer word
   */
  record Key(String word, Redactor.Kind kind, Form form, boolean whole) {}

  private static final int FIRST = '-';
  private static final int LAST = 'z';

  private final List<int[]> next = new ArrayList<>();
  private final List<Key> keys = new ArrayList<>();

  SecretKeys() {
    node();
    any(Redactor.Kind.PASSWORD, "password", "passwd", "passphrase");
    any(
        Redactor.Kind.CLIENT_SECRET,
        "client_secret",
        "client-secret",
        "clientsecret",
        "secrettext");
    any(Redactor.Kind.CLIENT_SECRET, "app_secret", "appsecret", "serviceprincipalkey");
    any(Redactor.Kind.TOKEN, "refresh_token", "refresh-token", "refreshtoken");
    any(Redactor.Kind.TOKEN, "access_token", "access-token", "accesstoken", "id_token");
    any(Redactor.Kind.TOKEN, "identity_token", "identity-token", "identitytoken", "registrytoken");
    any(Redactor.Kind.TOKEN, "client_assertion", "client-assertion", "clientassertion");
    any(
        Redactor.Kind.TOKEN,
        "federated_token",
        "federated-token",
        "sas_token",
        "sas-token",
        "sastoken");
    any(Redactor.Kind.KEY, "accountkey", "account_key", "account-key", "sharedaccesskey");
    any(Redactor.Kind.KEY, "api_key", "api-key", "apikey", "access_key", "access-key", "accesskey");
    add("pwd", Redactor.Kind.PASSWORD, Form.PAIR, true);
    add("assertion", Redactor.Kind.TOKEN, Form.PAIR, true);
    add("sig", Redactor.Kind.SIGNATURE, Form.PAIR, true);
    add("auth", Redactor.Kind.AUTH, Form.QUOTED, true);
    add("token", Redactor.Kind.TOKEN, Form.QUOTED, true);
    add("secret", Redactor.Kind.CLIENT_SECRET, Form.QUOTED, true);
    add("authorization", Redactor.Kind.AUTHORIZATION, Form.HEADER, false);
    add("bearer", Redactor.Kind.AUTHORIZATION, Form.SCHEME, true);
    add("basic", Redactor.Kind.AUTHORIZATION, Form.SCHEME, true);
    add("creds", Redactor.Kind.PASSWORD, Form.USER_AND_SECRET, false);
    add("login", null, Form.LOGIN, true);
    add("curl", null, Form.CURL, true);
  }

  /**
   * The longest key that starts at a place.
   *
   * @return null when there is none
   */
  Key at(String text, int start) {
    int node = 0;
    Key longest = null;
    for (int i = start; i < text.length(); i++) {
      int letter = letter(text.charAt(i));
      node = letter < 0 ? 0 : next.get(node)[letter];
      if (node == 0) {
        return longest;
      }
      if (keys.get(node) != null) {
        longest = keys.get(node);
      }
    }
    return longest;
  }

  private static int letter(char c) {
    char lower = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    return lower >= FIRST && lower <= LAST ? lower - FIRST : -1;
  }

  private void any(Redactor.Kind kind, String... words) {
    for (String word : words) {
      add(word, kind, Form.ANY, false);
    }
  }

  private void add(String word, Redactor.Kind kind, Form form, boolean whole) {
    int node = 0;
    for (int i = 0; i < word.length(); i++) {
      int letter = letter(word.charAt(i));
      if (next.get(node)[letter] == 0) {
        next.get(node)[letter] = node();
      }
      node = next.get(node)[letter];
    }
    keys.set(node, new Key(word, kind, form, whole));
  }

  private int node() {
    next.add(new int[LAST - FIRST + 1]);
    keys.add(null);
    return next.size() - 1;
  }
}
