/** The provider that officers and officials of this office sign in at, and what its claims are called. */
export interface ProviderSettings {
  /** As the provider itself writes it; https, or http of this machine. */
  readonly issuer: string;
  readonly clientId: string;
  /** Null: a public client, which has PKCE alone. */
  readonly clientSecret: string | null;
  /** Name of the claim with the roles, or the way to it: "realm_access.roles". */
  readonly rolesClaim: string;
  /** Name of the claim with the offices, or the way to it. */
  readonly officeClaim: string;
  /** Words with spaces between, "openid" among them. */
  readonly scope: string;
}
