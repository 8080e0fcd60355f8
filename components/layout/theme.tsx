"use client";

import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";

/** The theme chosen by the reader, or the system's. */
export function Theme({ children }: { children: ReactNode }) {
  return (
    <ThemeProvider attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange>
      {children}
    </ThemeProvider>
  );
}
