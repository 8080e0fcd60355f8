import type { Role } from "@/lib/auth/types";

/** The pages of the administration, in the order of its navigation; an editor sees those that are not for administrators. */
const SECTIONS = [
  { path: "/admin", name: "home", role: "editor" },
  { path: "/admin/annotations", name: "notes", role: "editor" },
  { path: "/admin/signalements", name: "reports", role: "editor" },
  { path: "/admin/editions", name: "editions", role: "admin" },
  { path: "/admin/utilisateurs", name: "users", role: "admin" },
  { path: "/admin/audit", name: "audit", role: "admin" },
  { path: "/admin/compte", name: "own", role: "editor" },
] as const satisfies readonly { path: string; name: string; role: Role }[];

/** The pages that a role may open. */
export const sectionsFor = (role: Role) =>
  SECTIONS.filter((section) => role === "admin" || section.role === "editor");
