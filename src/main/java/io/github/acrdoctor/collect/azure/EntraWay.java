package io.github.acrdoctor.collect.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpClient;
import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.util.Configuration;
import com.azure.identity.AadCredentialBuilderBase;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.WorkloadIdentityCredentialBuilder;
import io.github.acrdoctor.collect.Json;
import java.time.Duration;
import java.util.Locale;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** Tokens from Entra ID, for an application that proves itself, through azure-identity. */
final class EntraWay implements Way {
  private final String name;
  private final String credential;
  private final Principal presents;
  private final Witness witness;
  private final TokenCredential tokens;

  private EntraWay(
      String name, String credential, Principal presents, Witness witness, TokenCredential tokens) {
    this.name = name;
    this.credential = credential;
    this.presents = presents;
    this.witness = witness;
    this.tokens = tokens;
  }

  /** The application that the environment names, with a secret. */
  static Way secret(Session session, String tenant, String client, String secret) {
    Witness witness = witness(session);
    ClientSecretCredentialBuilder builder =
        new ClientSecretCredentialBuilder().clientSecret(secret);
    return new EntraWay(
        "the secret in AZURE_CLIENT_SECRET",
        "client-secret",
        new Principal("service-principal", client, null, tenant),
        witness,
        with(builder, session, witness, tenant, client).build());
  }

  /** The application that the environment names, with a certificate in PEM or PFX form. */
  static Way certificate(
      Session session, String tenant, String client, String file, String password) {
    Witness witness = witness(session);
    ClientCertificateCredentialBuilder builder = new ClientCertificateCredentialBuilder();
    if (file.toLowerCase(Locale.ROOT).matches(".*\\.(pfx|p12)")) {
      builder.pfxCertificate(file).clientCertificatePassword(password);
    } else {
      builder.pemCertificate(file);
    }
    return new EntraWay(
        "the certificate in AZURE_CLIENT_CERTIFICATE_PATH",
        "certificate",
        new Principal("service-principal", client, null, tenant),
        witness,
        with(builder, session, witness, tenant, client).build());
  }

  /** The application that trusts a token of somebody else, such as Kubernetes. */
  static Way workload(Session session, String tenant, String client, String file) {
    Witness witness = witness(session);
    WorkloadIdentityCredentialBuilder builder =
        new WorkloadIdentityCredentialBuilder().tokenFilePath(file);
    return new EntraWay(
        "the token in AZURE_FEDERATED_TOKEN_FILE",
        "federated-assertion",
        new Principal("service-principal", client, null, tenant),
        witness,
        with(builder, session, witness, tenant, client).build());
  }

  private static Witness witness(Session session) {
    return new Witness(session.notebook(), session.machine().clock());
  }

  private static <B extends AadCredentialBuilderBase<B>> B with(
      B builder, Session session, Witness witness, String tenant, String client) {
    return builder
        .configuration(Configuration.NONE)
        .tenantId(tenant)
        .clientId(client)
        .authorityHost(session.context().cloud().authority())
        // The person named the authority; asking another host whether it is one saves nobody.
        .disableInstanceDiscovery()
        .retryOptions(new RetryOptions(new FixedDelayOptions(0, Duration.ofMillis(1))))
        .executorService(session.parallel().threads())
        .httpClient(client(session, witness));
  }

  private static HttpClient client(Session session, Witness witness) {
    OkHttpClient client =
        session
            .context()
            .web()
            .client()
            .newBuilder()
            .addInterceptor(witness)
            .dispatcher(new Dispatcher(session.parallel().threads()))
            .build();
    return new OkHttpAsyncHttpClientBuilder(client)
        .configuration(Configuration.NONE)
        .callTimeout(session.limit())
        .responseTimeout(session.limit())
        .readTimeout(session.limit())
        .build();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Principal presents() {
    return presents;
  }

  @Override
  public String credential() {
    return credential;
  }

  @Override
  public Token token(String audience) throws NoToken {
    try {
      TokenRequestContext wanted = new TokenRequestContext().addScopes(audience + "/.default");
      return Token.of(tokens.getTokenSync(wanted).getToken());
    } catch (RuntimeException e) {
      throw failure(e);
    }
  }

  private NoToken failure(RuntimeException failure) {
    String refusal = witness.refusal();
    if (refusal != null) {
      boolean said = Json.read(refusal).has("error");
      String reason = "Entra ID refused " + name + " with status " + witness.status();
      return new NoToken("Entra ID", reason, said ? refusal : null);
    } else if (witness.silence() != null) {
      return NoToken.silence("Entra ID", "Entra ID gave no answer: " + witness.silence());
    }
    // Messages of the library may quote what it was given.
    String kind = failure.getClass().getSimpleName();
    return new NoToken("Entra ID", name + " cannot be used: " + kind, null);
  }
}
