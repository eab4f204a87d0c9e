"""As much of Microsoft Entra and Azure Resource Manager as `az` needs to sign in and find a registry."""

import base64
import json
import time

TENANT, SUBSCRIPTION = "11111111-1111-1111-1111-111111111111", "22222222-2222-2222-2222-222222222222"
CLIENT = "33333333-3333-3333-3333-333333333333"
LOGIN = "https://login.microsoftonline.com"
NAME = "contoso"
ID = f"/subscriptions/{SUBSCRIPTION}/resourceGroups/rg-apps/providers/Microsoft.ContainerRegistry/registries/{NAME}"
TRACE = (" Trace ID: 44444444-4444-4444-4444-444444444444 Correlation ID: 55555555-5555-5555-5555-555555555555"
         " Timestamp: 2026-01-15 10:00:00Z")


def refusal(kind, code, text):
    """Entra's answer to a sign-in it refuses."""
    return {"entra": {"error": kind, "error_description": f"AADSTS{code}: {text}{TRACE}", "error_codes": [code],
                      "timestamp": "2026-01-15 10:00:00Z", "trace_id": TRACE[11:47],
                      "correlation_id": "55555555-5555-5555-5555-555555555555",
                      "error_uri": f"{LOGIN}/error?code={code}"}}


def unauthorized(action):
    return (403, "AuthorizationFailed", f"The client '{CLIENT}' with object id '66666666-6666-6666-6666-666666666666' "
            f"does not have authorization to perform action 'Microsoft.ContainerRegistry/registries/{action}' over "
            f"scope '{ID}' or the scope is invalid. If access was recently granted, please refresh your credentials.")


CLOUD_FAULTS = {
    "entra-wrong-secret": refusal("invalid_client", 7000215, "Invalid client secret provided. Ensure the secret being "
                                  "sent in the request is the client secret value, not the client secret ID, for a "
                                  f"secret added to app '{CLIENT}'."),
    "entra-expired-secret": refusal("invalid_client", 7000222, "The provided client secret keys for app "
                                    f"'{CLIENT}' are expired. Visit the Azure portal to create new keys for your app: "
                                    "https://aka.ms/NewClientSecret, or consider using certificate credentials for "
                                    "added security: https://aka.ms/certCreds."),
    "entra-unknown-app": refusal("unauthorized_client", 700016, f"Application with identifier '{CLIENT}' was not found "
                                 "in the directory 'Contoso'. This can happen if the application has not been "
                                 "installed by the administrator of the tenant or consented to by any user in the "
                                 "tenant. You may have sent your authentication request to the wrong tenant."),
    "entra-blocked": refusal("invalid_grant", 53003, "Access has been blocked by Conditional Access policies. The "
                             "access policy does not allow token issuance."),
    "entra-unknown-tenant": {"tenant": refusal("invalid_tenant", 90002, f"Tenant '{TENANT}' not found. Check to make "
                                               "sure you have the correct tenant ID and are signing into the correct "
                                               "cloud.")["entra"]},
    "arm-not-found": {"empty": True},
    "arm-forbidden": {"arm": unauthorized("read")},
    "arm-credentials-forbidden": {"registry": {"adminUserEnabled": True}, "credentials": unauthorized(
        "listCredentials/action")},
    "arm-throttled": {"arm": (429, "TooManyRequests", "The request is being throttled as the limit has been reached.")},
    "arm-unavailable": {"arm": (503, "ServiceUnavailable", "The service is unavailable. Please retry later.")},
    "arm-disabled-subscription": {"arm": (409, "ReadOnlyDisabledSubscription", f"The subscription '{SUBSCRIPTION}' is "
                                          "disabled and therefore marked as read only. You cannot perform any write "
                                          "actions on this subscription until it is re-enabled.")},
}


def registry(overrides):
    return {"id": ID, "name": NAME, "type": "Microsoft.ContainerRegistry/registries", "location": "westeurope",
            "sku": {"name": "Premium", "tier": "Premium"}, "tags": {},
            "properties": {"loginServer": f"{NAME}.azurecr.io", "creationDate": "2024-03-01T08:00:00Z",
                           "provisioningState": "Succeeded", "adminUserEnabled": False, "dataEndpointEnabled": True,
                           "dataEndpointHostNames": [f"{NAME}.westeurope.data.azurecr.io"],
                           "publicNetworkAccess": "Enabled", "networkRuleBypassOptions": "AzureServices",
                           "zoneRedundancy": "Disabled", "anonymousPullEnabled": False,
                           "networkRuleSet": {"defaultAction": "Allow", "ipRules": []},
                           "privateEndpointConnections": [], "encryption": {"status": "disabled"},
                           "policies": {"quarantinePolicy": {"status": "disabled"},
                                        "azureADAuthenticationAsArmPolicy": {"status": "enabled"}}, **overrides}}


class Cloud:
    HOSTS = ("login.microsoftonline.com", "management.azure.com")

    def __init__(self, fault):
        self.fault = fault

    def answer(self, method, url, body):
        """Returns (status, JSON) for a request to either host."""
        path = url.path.lower()
        if "discovery/instance" in path:
            return 200, {"tenant_discovery_endpoint": f"{LOGIN}/{TENANT}/v2.0/.well-known/openid-configuration",
                         "api-version": "1.1", "metadata": [{"preferred_network": "login.microsoftonline.com",
                                                             "preferred_cache": "login.windows.net",
                                                             "aliases": ["login.microsoftonline.com",
                                                                         "login.windows.net"]}]}
        if "openid-configuration" in path:
            return (400, self.fault["tenant"]) if "tenant" in self.fault else (200, {
                "issuer": f"{LOGIN}/{TENANT}/v2.0", "authorization_endpoint": f"{LOGIN}/{TENANT}/oauth2/v2.0/authorize",
                "token_endpoint": f"{LOGIN}/{TENANT}/oauth2/v2.0/token",
                "device_authorization_endpoint": f"{LOGIN}/{TENANT}/oauth2/v2.0/devicecode"})
        if path.endswith("/token"):
            return (401, self.fault["entra"]) if "entra" in self.fault else (200, {
                "token_type": "Bearer", "expires_in": 3599, "access_token": self.access_token()})
        return self.manage(path)

    @staticmethod
    def access_token():
        claims = {"aud": "https://management.azure.com/", "tid": TENANT, "appid": CLIENT, "exp": int(time.time()) + 3599}
        return ".".join(base64.urlsafe_b64encode(part).decode().rstrip("=") for part in
                        (b'{"alg":"RS256","typ":"JWT"}', json.dumps(claims).encode(), b"signature"))

    def manage(self, path):
        subscription = {"id": f"/subscriptions/{SUBSCRIPTION}", "subscriptionId": SUBSCRIPTION, "tenantId": TENANT,
                        "displayName": "Contoso Production", "state": "Enabled", "managedByTenants": []}
        if path == "/subscriptions":
            return 200, {"value": [subscription]}
        if path == "/tenants":
            return 200, {"value": [{"id": f"/tenants/{TENANT}", "tenantId": TENANT}]}
        wrong = self.fault.get("credentials" if path.endswith("listcredentials") else "arm")
        if wrong:
            return wrong[0], {"error": {"code": wrong[1], "message": wrong[2]}}
        if path.endswith("listcredentials"):
            return 200, {"username": NAME, "passwords": [{"name": "password", "value": "s3cret"}]}
        found = registry(self.fault.get("registry", {}))
        if "/providers/microsoft.containerregistry/registries/" in path:
            return 200, found
        return 200, {"value": [] if self.fault.get("empty") else [found]}
