import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { packEngine } from "./lib/explorer/pack";

const development = process.env.NODE_ENV === "development";

// Next writes small scripts into every page; nonces would forbid caching pages, so inline scripts are allowed and
// nothing that a reader or a file wrote is ever rendered as HTML.
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${development ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  `connect-src 'self'${development ? " ws:" : ""}`,
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  compiler: { runAfterProductionCompile: ({ projectDir }) => packEngine(projectDir) },
  // Titles and descriptions stand in the head of every page, not for known robots only.
  htmlLimitedBots: /./,
  // Native bindings can't be bundled.
  serverExternalPackages: [
    "@duckdb/node-api",
    "@duckdb/node-bindings",
    "libsql",
    "@node-rs/argon2",
    "pino",
    "prom-client",
  ],
  outputFileTracingIncludes: {
    "/*": [
      "./node_modules/@duckdb/node-bindings-*/**/*",
      "./node_modules/@etalab/decoupage-administratif/data/*.json",
      "./node_modules/decoupage-administratif-2023/data/*.json",
      "./node_modules/@duckdb/duckdb-wasm/package.json",
      "./node_modules/@duckdb/duckdb-wasm/dist/duckdb-eh.wasm",
      "./node_modules/@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js",
    ],
  },
  // French has no prefix in addresses. Rewrites, not a proxy: a proxy's rewrite leaves the server as an outside request
  // when it listens on 127.0.0.1, and nothing then stands between a request and its page.
  async rewrites() {
    return {
      beforeFiles: [
        // Twins of pages for programs: the page's own address and an extension.
        ...["", "/en"].map((language) => ({
          source: `${language}/:entity(organisations|plateformes)/:id([^/]+)\\.json`,
          destination: "/api/twins/json/:entity/:id",
        })),
        { source: "/en/:path(.*)\\.md", destination: "/api/twins/en/:path" },
        { source: "/:path((?!en/|fr/|api/|_next/).*)\\.md", destination: "/api/twins/fr/:path" },
        { source: "/", destination: "/fr" },
        { source: "/:path((?!(?:fr|en|api|_next)(?:/|$)|.*\\..*).*)", destination: "/fr/:path" },
      ],
      // What looks like a file and is none is a page not found, in French.
      afterFiles: [
        { source: "/:path((?!(?:fr|en|api|_next|engine|share)(?:/|$)).*\\..*)", destination: "/fr/:path" },
      ],
      fallback: [],
    };
  },
  async redirects() {
    return [
      // Asked by programs that read no page's head.
      { source: "/favicon.ico", destination: "/icon.svg", permanent: true },
      { source: "/fr", destination: "/", permanent: true },
      { source: "/fr/:path*", destination: "/:path*", permanent: true },
    ];
  },
  async headers() {
    return [
      {
        // Frames for other sites (/embed/indicateurs/<id>), pictures and the engine of /explorer have one of their own.
        source: "/:path((?!(?:en/)?embed/indicateurs/[^/]+$|.*/chart\\.svg$|engine/).*)",
        headers: [{ key: "Content-Security-Policy", value: contentSecurityPolicy }],
      },
      {
        // Asked by browsers before a request of another site that brings a tag; GET is all there is to allow.
        source: "/api/:api(v1|oembed|openapi.json)/:path*",
        headers: [
          { key: "Access-Control-Allow-Origin", value: "*" },
          { key: "Access-Control-Allow-Methods", value: "GET, HEAD, OPTIONS" },
          { key: "Access-Control-Allow-Headers", value: "If-None-Match, If-Range, Range" },
          { key: "Access-Control-Max-Age", value: "86400" },
        ],
      },
      {
        source: "/:path*",
        headers: [
          { key: "X-Content-Type-Options", value: "nosniff" },
          { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
          { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=()" },
        ],
      },
    ];
  },
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
