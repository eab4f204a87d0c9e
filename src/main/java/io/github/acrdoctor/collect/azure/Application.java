package io.github.acrdoctor.collect.azure;

import io.github.acrdoctor.facts.Answer;

/**
 * An application that takes part in the login.
 *
 * @param id its application id
 * @param secretAccepted whether Entra ID took the secret that is in use
 */
record Application(String id, Answer secretAccepted) {}
