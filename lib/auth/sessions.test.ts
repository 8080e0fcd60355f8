import { expect, it } from "vitest";
import { onBothStores } from "@/tests/support/opened-store";
import { acceptLink, setupSecret } from "./accept";
import { addAccount, findAccount, inviteAccount, listAccounts } from "./accounts";
import { accountOf, claimsOf } from "./claims";
import { openLink } from "./links";
import { changeOwnPassword, renewLink, resetPassword, setDisabled, setRole } from "./manage";
import { endSessions } from "./session";
import { signInWithPassword } from "./sign-in";

const CLI = { id: null, name: "command line" };
const PASSWORD = "trois oies sur un toit";
const OTHER = "quatre loutres au bord";
const blank = { email: "", name: "" };

onBothStores("the first account", (store) => {
  it("is made once, by one of the set-up addresses, which all end with it", async () => {
    const [first, second] = [await setupSecret(store()), await setupSecret(store())];
    const given = { name: "Ada", password: PASSWORD };
    const made = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        acceptLink(
          { ...given, secret: (index % 2 ? first : second)!, email: `ada-${index}@exemple.fr` },
          store(),
        ),
      ),
    );
    expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await listAccounts(store())).toMatchObject([{ role: "admin", state: "active" }]);
    expect(await openLink(first!, store())).toBeUndefined();
    expect(await openLink(second!, store())).toBeUndefined();
    expect(await setupSecret(store())).toBeUndefined();
  });
});

onBothStores("an account", (store) => {
  const admin = async (email: string) => {
    const id = await addAccount(CLI, { email, name: "Ada", role: "admin", password: PASSWORD }, store());
    return { id, name: "Ada" };
  };
  const open = async (id: string) => {
    const account = (await findAccount({ id }, store()))!;
    return { account, token: claimsOf(account) };
  };

  it("has one last administrator, who can't be closed or demoted, even by two at once", async () => {
    const [ada, bea] = [await admin("ada@exemple.fr"), await admin("bea@exemple.fr")];
    const both = await Promise.allSettled([
      setRole(ada, bea.id, "editor", store()),
      setRole(bea, ada.id, "editor", store()),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const last = (await listAccounts(store())).find(({ role }) => role === "admin")!;
    await expect(setRole(CLI, last.id, "editor", store())).rejects.toThrow("last-admin");
    await expect(setDisabled(CLI, last.id, true, store())).rejects.toThrow("last-admin");
    const demoted = last.id === ada.id ? bea : ada;
    await expect(setRole(demoted, demoted.id, "admin", store())).rejects.toThrow("not allowed");
  });

  it("loses its sessions by sign-out, password, role and closing, each at the next look", async () => {
    const chief = await admin("chief@exemple.fr");
    const id = await addAccount(
      CLI,
      { email: "eve@exemple.fr", name: "Eve", role: "editor", password: PASSWORD },
      store(),
    );
    const ways: Record<string, () => Promise<unknown>> = {
      "sign-out": async () => endSessions((await open(id)).account, store()),
      "own password": async () =>
        changeOwnPassword((await open(id)).account, { present: PASSWORD, chosen: OTHER }, store()),
      "password reset": () => resetPassword(CLI, id, PASSWORD, store()),
      role: () => setRole(chief, id, "admin", store()),
      closing: () => setDisabled(chief, id, true, store()),
      opening: () => setDisabled(chief, id, false, store()),
    };
    for (const [way, end] of Object.entries(ways)) {
      const { token } = await open(id);
      if (way !== "opening") expect(await accountOf(token, store()), way).toMatchObject({ id });
      await end();
      expect(await accountOf(token, store()), way).toBeUndefined();
    }
  });

  it("is told whether its present password is wrong, or what is wrong with the new one", async () => {
    const { id } = await admin("own@exemple.fr");
    const { account } = await open(id);
    const change = (present: string, chosen: string) =>
      changeOwnPassword(account, { present, chosen }, store());
    await expect(change("wrong", OTHER)).rejects.toThrow("wrong-password");
    await expect(change(PASSWORD, "motdepasse123")).rejects.toThrow("common");
    await change(PASSWORD, OTHER);
    expect(
      await signInWithPassword({ email: "own@exemple.fr", password: OTHER }, "o", store()),
    ).toMatchObject({
      account: { id },
    });
  });

  it("has sessions of eight hours at most", async () => {
    const { id } = await admin("late@exemple.fr");
    const { token } = await open(id);
    const hours = (count: number) => ({ ...token, since: token.since! - count * 3600 });
    expect(await accountOf(hours(7.99), store())).toBeDefined();
    expect(await accountOf(hours(8), store())).toBeUndefined();
  });

  it("opens by its invitation once, for the person invited, whoever looked at the link before", async () => {
    const chief = await admin("host@exemple.fr");
    const secret = await inviteAccount(
      chief,
      { email: "Zoe@Exemple.fr", name: "Zoé", role: "editor" },
      store(),
    );
    for (const look of [1, 2])
      expect(await openLink(secret, store()), `look ${look}`).toMatchObject({ purpose: "invitation" });
    expect(await signInWithPassword({ email: "zoe@exemple.fr", password: "" }, "z", store())).toEqual({
      refused: "credentials",
    });
    await expect(acceptLink({ ...blank, name: "Zoé", secret, password: "court" }, store())).rejects.toThrow(
      "short",
    );
    const id = await acceptLink(
      { ...blank, name: "Zoé", secret, email: "other@exemple.fr", password: PASSWORD },
      store(),
    );
    expect(await findAccount({ id }, store())).toMatchObject({
      email: "zoe@exemple.fr",
      display_name: "Zoé",
    });
    await expect(acceptLink({ ...blank, name: "Zoé", secret, password: OTHER }, store())).rejects.toThrow(
      "link",
    );
    expect(
      await signInWithPassword({ email: "zoe@exemple.fr", password: PASSWORD }, "z", store()),
    ).toMatchObject({
      account: { id },
    });
  });

  it("keeps no secret of a link, ends the earlier link with the next, and all with closing", async () => {
    const chief = await admin("keeper@exemple.fr");
    const first = await inviteAccount(
      chief,
      { email: "yves@exemple.fr", name: "Yves", role: "editor" },
      store(),
    );
    const { id } = (await findAccount({ email: "yves@exemple.fr" }, store()))!;
    const second = await renewLink(chief, id, store());
    const kept = JSON.stringify(await store().selectFrom("user_token").selectAll().execute());
    expect(kept).not.toContain(second);
    expect(await openLink(first, store())).toBeUndefined();
    expect(await openLink(second, store())).toBeDefined();
    await setDisabled(chief, id, true, store());
    expect(await openLink(second, store())).toBeUndefined();
  });

  it("of an address that has one is refused, the second of two at once too", async () => {
    const twice = await Promise.allSettled(
      [1, 2].map(() =>
        addAccount(CLI, { email: "twin@exemple.fr", name: "T", role: "editor", password: PASSWORD }, store()),
      ),
    );
    const refused = twice.find(({ status }) => status === "rejected") as PromiseRejectedResult;
    expect(twice.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(String(refused.reason)).toContain("exists");
  });

  it("leaves every change in the audit, without a password or an imprint", async () => {
    const lines = await store().selectFrom("audit").select(["action", "detail"]).execute();
    expect(new Set(lines.map(({ action }) => action))).toEqual(
      new Set([
        ...["account.added", "account.invited", "account.role", "account.disabled", "account.enabled"],
        ...["account.link", "account.password", "account.invitation", "session.started", "session.ended"],
      ]),
    );
    expect(JSON.stringify(lines)).not.toMatch(/argon2|oies|loutres/);
  });
});
