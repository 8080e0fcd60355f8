"use client";

import { useRouter } from "next/navigation";
import { useTransition, type ReactNode } from "react";

/** The address a form asks for: several values of a name joined by commas, empty fields left out. */
function addressOf(form: HTMLFormElement): string {
  const fields = new Map<string, string[]>();
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && value.trim() !== "")
      fields.set(name, [...(fields.get(name) ?? []), value.trim()]);
  const search = [...fields].map(
    ([name, values]) => `${name}=${encodeURIComponent(values.join(",")).replaceAll("%2C", ",")}`,
  );
  return `${form.getAttribute("action") ?? ""}${search.length > 0 ? `?${search.join("&")}` : ""}`;
}

/**
 * A plain GET form, so that filters work without JavaScript; with it, each choice is applied at once and the address
 * stays tidy.
 */
export function FilterForm({
  action,
  label,
  children,
}: {
  action: string;
  label: string;
  children: ReactNode;
}) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const apply = (form: HTMLFormElement) => start(() => router.push(addressOf(form), { scroll: false }));
  return (
    <form
      method="get"
      action={action}
      role="search"
      aria-label={label}
      aria-busy={pending}
      className="filter-form"
      onSubmit={(event) => {
        event.preventDefault();
        apply(event.currentTarget);
      }}
      onChange={(event) => {
        const field = event.target as EventTarget & { type?: string };
        if (field.type === "checkbox" || field.type === "select-one") apply(event.currentTarget);
      }}
    >
      {children}
    </form>
  );
}
