package io.github.acrdoctor.facts;

/**
 * One typed thing that is known about a case. The list is closed: what rules may speak of is what
 * collectors, texts and case files can supply.
 */
public sealed interface Fact
    permits AksCluster,
        Attempt,
        AzureCli,
        Change,
        ClientAddress,
        Clock,
        ClockOffset,
        Concept,
        Credential,
        CredentialHelper,
        DnsAnswer,
        DockerClient,
        DockerConfig,
        DockerDaemon,
        Environment,
        HttpProbe,
        Identity,
        Image,
        LoginEvent,
        NetworkRule,
        NotCollected,
        PrivateEndpoint,
        Proxy,
        PullSecret,
        Registry,
        RepositoryToken,
        RoleAssignment,
        RoleAssignments,
        ScopeMap,
        ServiceConnection,
        ServiceHealth,
        StoredLogin,
        Subscription,
        Symptom,
        TcpProbe,
        TlsProbe {}
