import { expect, it } from "vitest";
import { onBothStores } from "@/tests/support/opened-store";
import { findAccount, inviteAccount, listAccounts } from "./accounts";
import { accountOfIdentity } from "./identity";
import { openLink } from "./links";
import { setDisabled } from "./manage";

const CLI = { id: null, name: "command line" };
const issuer = "https://provider.example";

onBothStores("someone of a provider", (store) => {
  const invited = async (email: string) => {
    const secret = await inviteAccount(CLI, { email, name: "Ada", role: "editor" }, store());
    return { secret, id: (await findAccount({ email }, store()))!.id };
  };
  const arrive = (subject: string, email: string | undefined, from = issuer) =>
    accountOfIdentity({ issuer: from, subject, email }, store());

  it("has no account unless someone here invited them", async () => {
    expect(await arrive("s0", "nobody@exemple.fr")).toBeUndefined();
    expect(await listAccounts(store())).toEqual([]);
  });

  it("is joined by the e-mail vouched for, then known by issuer and subject whatever the e-mail", async () => {
    const { id, secret } = await invited("ada@exemple.fr");
    expect(await arrive("s1", undefined)).toBeUndefined();
    expect(await arrive("s1", "ada@exemple.fr")).toMatchObject({ id });
    expect(await arrive("s1", undefined)).toMatchObject({ id });
    expect(await arrive("s1", "changed@exemple.fr")).toMatchObject({ id });
    expect((await listAccounts(store()))[0]).toMatchObject({ state: "active" });
    expect(await openLink(secret, store())).toBeUndefined();
  });

  it("is not taken for someone else with the same e-mail, nor the same subject of another provider", async () => {
    expect(await arrive("s2", "ada@exemple.fr")).toBeUndefined();
    expect(await arrive("s1", undefined, "https://other.example")).toBeUndefined();
  });

  it("does not come in once the account is closed", async () => {
    const { id } = (await findAccount({ email: "ada@exemple.fr" }, store()))!;
    await setDisabled(CLI, id, true, store());
    expect(await arrive("s1", "ada@exemple.fr")).toBeUndefined();
  });
});
