/** What an account's form has come to: an error's code, what was typed (never passwords), or what was done. */
export type FormState = {
  error?: string;
  done?: string;
  values: Readonly<Record<string, string>>;
  /** A one-time link to hand over; it can't be shown again. */
  link?: string;
  /** What may be quoted to ask after what was sent. */
  reference?: string;
};

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

export type Field = {
  name: string;
  label: string;
  type: "email" | "text" | "password" | "select";
  autoComplete: string;
  hint?: string;
  value?: string;
  options?: readonly { value: string; label: string }[];
  minLength?: number;
};

/** Words of what forms answer, by code. */
export type Answers = Readonly<Record<string, string>>;
