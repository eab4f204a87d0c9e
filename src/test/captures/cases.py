"""Which fault each client is put before, and what an expert would answer.

A row: name, fault, credentials (ok, none, stale), operations, cause, also acceptable, what else (proxy, clients).
A cause may differ by operation: "pull=... push=...".
"""

TOKEN_STORE = ["docker", "oras"]  # podman, buildah and skopeo hide the registry's words at login
CHOOSERS = ["docker", "podman", "buildah", "ctr", "skopeo", "crane"]  # oras copies images for whatever machine
NO_RIGHT = ("not-logged-in missing-pull-role missing-push-role entra-token-expired stale-stored-credentials "
            "abac-repository-permissions repository-token-scope role-assignment-propagation "
            "image-pull-secret-wrong service-connection-wrong")
WRONG = "service-principal-credentials-wrong repository-token-wrong service-connection-wrong admin-password-wrong"
FIREWALL = "public-network-access-disabled private-endpoint-dns network-rule-propagation"
CUT = "tls-interception proxy-misconfigured"
ROLE = "pull=missing-pull-role push=missing-push-role build=missing-pull-role list=missing-pull-role"


def row(name, fault, credentials, operations, cause, accept="", **more):
    return dict(name=name, fault=fault, credentials=credentials, operations=operations.split(), cause=cause,
                accept=accept.split(), **more)


def same(names, *rest, **more):
    return [row(name, name, *rest, **more) for name in names.split()]


CASES = [
    row("healthy", "healthy", "ok", "login pull push list", None),
    # credentials
    *same("wrong-password wrong-password-correlation wrong-password-plain-text", "none", "login",
          "admin-password-wrong", WRONG),
    *same("application-not-registered client-id-must-be-guid", "none", "login", "service-principal-credentials-wrong",
          f"expose-token-wrong-username {WRONG}", clients=TOKEN_STORE),
    *same("invalid-client-secret", "none", "login", "service-principal-secret-expired", WRONG, clients=TOKEN_STORE),
    *same("arm-token-disallowed", "none", "login", "arm-token-policy-disabled", WRONG, clients=TOKEN_STORE),
    row("stale-credentials", "healthy", "stale", "pull push build", "stale-stored-credentials",
        f"{NO_RIGHT} {WRONG}"),
    row("not-logged-in", "healthy", "none", "pull push build list", "not-logged-in", NO_RIGHT),
    *same("expired-token", "ok", "pull push", "entra-token-expired", NO_RIGHT),
    *same("empty-token", "ok", "pull", "service-outage", f"not-acr proxy-misconfigured client-bug {NO_RIGHT}"),
    # authorization
    *same("missing-scope missing-scope-resource", "ok", "pull push build list", ROLE, NO_RIGHT),
    *same("scope-map", "ok", "pull push", "repository-token-scope", f"{NO_RIGHT} image-locked"),
    *same("permissions-lookup", "ok", "pull", "service-outage",
          f"wrong-subscription-or-tenant {NO_RIGHT}"),
    *same("locked", "ok", "push", "image-locked", "quota-or-subscription"),
    *same("locked-denied", "ok", "pull push", "image-locked", "quota-or-subscription"),
    # network rules
    *same("firewall", "ok", "login pull push build", "client-ip-not-allowed", FIREWALL),
    *same("firewall-correlation firewall-ping", "ok", "login pull", "client-ip-not-allowed", FIREWALL),
    *same("forbidden", "ok", "login pull build", "client-ip-not-allowed", f"{FIREWALL} proxy-misconfigured"),
    *same("data-forbidden data-refused data-timeout data-nxdomain", "ok", "pull", "data-endpoint-blocked",
          "outbound-blocked dns-failure private-endpoint-dns"),
    *same("blob-truncated blob-corrupt", "ok", "pull", "data-endpoint-blocked",
          "proxy-misconfigured outbound-blocked service-outage"),
    *same("blob-missing", "ok", "pull", "image-not-found", "service-outage"),
    # names
    *same("manifest-unknown", "ok", "pull build", "image-not-found"),
    *same("name-unknown", "ok", "pull build list", "image-not-found"),
    *same("tag-invalid", "ok", "push", "login-server-malformed", "image-not-found client-bug"),
    # service
    *same("throttled", "ok", "pull push", "throttled"),
    *same("throttled-token", "ok", "login pull", "throttled"),
    *same("error-500 error-503", "ok", "login pull push build", "service-outage"),
    *same("error-502-html", "ok", "login pull", "service-outage", "proxy-misconfigured"),
    *same("token-503", "ok", "login pull", "service-outage"),
    # something else answers
    *same("proxy-page-200 proxy-page-403 proxy-page-token", "ok", "login pull", "proxy-misconfigured",
          "not-acr service-outage tls-interception client-ip-not-allowed public-network-access-disabled"),
    *same("not-a-registry", "ok", "login pull", "not-acr", "proxy-misconfigured login-server-malformed image-not-found"),
    *same("basic-only", "none", "pull", "not-acr", NO_RIGHT),
    # transport
    *same("untrusted", "ok", "login pull push build", "tls-interception"),
    *same("expired", "ok", "login pull build", "clock-skew", "tls-interception"),
    *same("not-yet-valid", "ok", "login pull", "clock-skew", "tls-interception"),
    *same("wrong-host", "ok", "login pull build", "tls-interception",
          "private-endpoint-dns login-server-malformed proxy-misconfigured"),
    *same("plain-http", "ok", "login pull", "proxy-misconfigured", f"not-acr {CUT}"),
    *same("reset closed-in-handshake silent", "ok", "login pull", "outbound-blocked", CUT),
    *same("refused", "ok", "login pull push build list", "outbound-blocked", CUT),
    *same("timeout", "ok", "login pull push build list", "outbound-blocked", f"{CUT} dns-failure"),
    *same("timeout-private", "ok", "login pull", "outbound-blocked", "private-endpoint-dns"),
    *same("unroutable", "ok", "login pull", "outbound-blocked"),
    *same("nxdomain", "ok", "login pull push build list", "registry-not-found",
          "dns-failure wrong-cloud private-endpoint-dns login-server-malformed new-registry-dns-propagation"),
    *same("servfail dns-silent resolver-refused", "ok", "login pull", "dns-failure", "outbound-blocked"),
    # proxies
    *same("proxy-refused proxy-timeout proxy-nxdomain proxy-407 proxy-403 proxy-502 proxy-503", "ok", "login pull",
          "proxy-misconfigured", "outbound-blocked", proxy="http"),
    row("proxy-wrong-scheme", "proxy-works", "ok", "login pull", "proxy-misconfigured", CUT, proxy="https"),
    # images
    row("other-platform", "healthy", "ok", "pull-arm64", "platform-mismatch", clients=CHOOSERS),
    row("windows-image", "healthy", "ok", "pull-windows", "platform-mismatch", clients=CHOOSERS),
    row("missing-tag", "healthy", "ok", "pull-typo", "image-not-found"),
    row("missing-local-image", "healthy", "ok", "push-typo", "image-not-found", "not-acr"),
]
