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

/** Freezes every setting: from here on the instance only answers questions. */
export async function lockInstance(instance: DuckDBInstance): Promise<void> {
  const connection = await instance.connect();
  try {
    await connection.run("SET lock_configuration = true");
  } finally {
    connection.closeSync();
  }
}
