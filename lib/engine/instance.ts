import "server-only";
import { availableParallelism } from "node:os";
import { DuckDBInstance } from "@duckdb/node-api";
import { scratchFolder } from "./scratch";

/**
 * Opens an empty DuckDB in memory that can reach nothing but the scratch folder, where it writes files to be sent:
 * rows are appended by our own reader, so the instance never needs other files, extensions or secrets, not even while
 * it loads.
 */
export async function openInstance(): Promise<DuckDBInstance> {
  const instance = await DuckDBInstance.create(":memory:", {
    threads: String(Math.max(2, Math.min(4, availableParallelism()))),
    memory_limit: "4GB",
    temp_directory: "",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    allow_community_extensions: "false",
    allow_persistent_secrets: "false",
  });
  const connection = await instance.connect();
  try {
    // Not possible as options of creation, and only in this order.
    await connection.run(`SET allowed_directories = ['${scratchFolder().replaceAll("'", "''")}/']`);
    await connection.run("SET enable_external_access = false");
  } finally {
    connection.closeSync();
  }
  return instance;
}

/** Rows of one group of DuckDB's, which one thread reads. */
const ROW_GROUP = 122_880;

/** Freezes every setting: from here on the instance only answers questions. @param rows of all its editions */
export async function lockInstance(instance: DuckDBInstance, rows: number): Promise<void> {
  const connection = await instance.connect();
  try {
    // More threads than groups share nothing but the cost of starting each other: a quarter of a question's time.
    if (rows <= ROW_GROUP) await connection.run("SET threads = 1");
    await connection.run("SET lock_configuration = true");
  } finally {
    connection.closeSync();
  }
}
