import "server-only";
import type { Metadata } from "next";
import { unstable_rethrow } from "next/navigation";
import { hasLocale } from "next-intl";
import { setRequestLocale } from "next-intl/server";
import { cache, type ReactNode } from "react";
import { NoEdition } from "@/lib/engine/engine";
import type { List } from "@/lib/engine/list";
import { LOCALES } from "@/lib/i18n/routing";
import type { Locale } from "@/lib/links";
import { hasSession } from "@/lib/auth/session";
import { letKeep, setPageStatus } from "@/lib/response-status";
import { StoreUnavailable } from "@/lib/store";
import {
  listPageContext,
  pageContext,
  PageNotFound,
  type ListPageContext,
  type PageContext,
  type SearchParams,
} from "./context";
import { log, reasonOf } from "@/lib/watch/log";
import { withAddress } from "./address";
import { Failure } from "./failure";
import { NotFound, notFoundTitle } from "./not-found";
import { Shell } from "./shell";

export type Segments = Record<string, string>;

type Asked<Context> = { page: Context; locale: Locale; segments: Segments };

type Options<Context, Model> = {
  /** The page's path without its language: what the language and edition switches keep. */
  path: (segments: Segments) => string;
  /** Parameters of the page's own, besides `edition` and `basis` (and a list's). */
  parameters?: readonly string[];
  /** Everything the page says, asked together; null, or a thrown PageNotFound, when the address leads nowhere. */
  load: (asked: Asked<Context>) => Promise<Model | null>;
  title: (model: Model, asked: Asked<Context>) => Promise<Metadata> | Metadata;
  render: (model: Model, asked: Asked<Context>) => Promise<ReactNode> | ReactNode;
};

/** A failure kept until the page tells it: the metadata, asked first, must not. */
class PageFailed {
  constructor(readonly reason: unknown) {}
}

/** What is away for now, and comes back by itself. */
const passingReason = (cause: unknown) =>
  cause instanceof NoEdition ? "no-edition" : cause instanceof StoreUnavailable ? "store" : undefined;

/** What a page says, and of which edition. */
export type Composed = { title: Metadata; page: PageContext; path: string; content: ReactNode };

export type NextProps = { params: Promise<Segments & { locale: Locale }>; searchParams: SearchParams };

function pageOf<Context extends PageContext, Model>(
  open: (path: string, searchParams: SearchParams) => Promise<Context>,
  options: Options<Context, Model>,
) {
  type Answer = { model: Model; asked: Asked<Context> } | PageNotFound | PageFailed;
  // Once a request: Next asks for the metadata and for the page apart.
  const memory = cache(() => new Map<string, Promise<Answer>>());

  async function ask({ params, searchParams }: NextProps): Promise<Answer> {
    const { locale, ...segments } = await params;
    // Files that are not there arrive here too, as languages: "/nothing.txt".
    if (!hasLocale(LOCALES, locale)) return new PageNotFound();
    try {
      const path = options.path(segments as Segments);
      const asked = { page: await open(path, searchParams), locale, segments: segments as Segments };
      const model = await options.load(asked);
      return model === null ? new PageNotFound() : { model, asked };
    } catch (cause) {
      return cause instanceof PageNotFound ? cause : new PageFailed(cause);
    }
  }
  async function answer(props: NextProps) {
    const key = JSON.stringify([await props.params, await props.searchParams]);
    const answers = memory();
    const found = answers.get(key) ?? ask(props);
    answers.set(key, found);
    return found;
  }

  async function generateMetadata(props: NextProps): Promise<Metadata> {
    const { locale } = await props.params;
    const found = await answer(props);
    if (found instanceof PageFailed) return {};
    if (found instanceof PageNotFound)
      return { title: found.missing?.title ?? (await notFoundTitle(locale, found.errors)) };
    const { model, asked } = found;
    return withAddress(await options.title(model, asked), asked.page, locale, options.path(asked.segments));
  }

  /** The page without its frame, for those who read it otherwise. @throws PageNotFound */
  async function compose(props: NextProps): Promise<Composed> {
    const found = await ask(props);
    if (found instanceof PageNotFound) throw found;
    if (found instanceof PageFailed) throw found.reason;
    const { model, asked } = found;
    return {
      title: await options.title(model, asked),
      page: asked.page,
      path: options.path(asked.segments),
      content: await options.render(model, asked),
    };
  }
  Page.compose = compose;

  async function Page(props: NextProps) {
    const { locale } = await props.params;
    setRequestLocale(locale);
    try {
      const found = await answer(props);
      if (found instanceof PageNotFound) {
        setPageStatus(404);
        return <NotFound locale={locale} errors={found.errors} missing={found.missing} />;
      }
      if (found instanceof PageFailed) throw found.reason;
      const { model, asked } = found;
      const content = await options.render(model, asked);
      if (!(await hasSession())) letKeep();
      return (
        <Shell page={asked.page} locale={locale} path={options.path(asked.segments)}>
          {content}
        </Shell>
      );
    } catch (cause) {
      unstable_rethrow(cause);
      const passing = passingReason(cause);
      if (passing) {
        setPageStatus(503);
        return <Failure reason={passing} />;
      }
      log.error({ event: "page_failed", page: options.path({}), reason: reasonOf(cause) });
      setPageStatus(500);
      return <Failure />;
    }
  }
  return { Page, generateMetadata };
}

/**
 * A page that shows an edition: language, context, not found and failure are dealt with once, here, and whole without
 * JavaScript. @returns what a `page.tsx` exports: `Page` by default, and `generateMetadata`
 */
export function editionPage<Model>(options: Options<PageContext, Model>) {
  return pageOf((path, searchParams) => pageContext(path, searchParams, options.parameters), options);
}

/** The same for the page of a list, whose address is read as the API reads it. */
export function listPage<Model>(list: List, options: Options<ListPageContext, Model>) {
  return pageOf(
    (path, searchParams) => listPageContext(list, path, searchParams, options.parameters),
    options,
  );
}
