import "server-only";
import { PostgresDialect, type PostgresPoolClient } from "kysely";
import { DatabaseError, Pool, type PoolClient } from "pg";
import { silenceOf, stoppedAnswering } from "./silence";

/** How long a server is waited for, to connect and at each question, in milliseconds. */
const PATIENCE_MS = 2_500;

/**
 * A connection that is closed, not given back, once its server has stopped answering: the next question would wait
 * behind the one that hangs. After what the server itself refuses, the connection goes on.
 */
function watched(client: PoolClient, onLost: (cause: unknown) => void): PostgresPoolClient {
  let lost: unknown;
  const query = async (text: string, values: readonly unknown[]) => {
    if (lost !== undefined) throw stoppedAnswering(lost);
    try {
      return await client.query(text, [...values]);
    } catch (cause) {
      if (!(cause instanceof DatabaseError)) onLost((lost = cause));
      throw cause;
    }
  };
  // No cursor is ever given.
  return {
    query: query as unknown as PostgresPoolClient["query"],
    release: () => client.release(lost !== undefined),
  };
}

/** A PostgreSQL server. @param url postgresql://user:password@host:port/database */
export function server(url: string): PostgresDialect {
  const pool = new Pool({
    connectionString: url,
    max: 5,
    connectionTimeoutMillis: PATIENCE_MS,
    // The server gives up first, and says so; one that says nothing any more is given up by us.
    statement_timeout: PATIENCE_MS - 500,
    query_timeout: PATIENCE_MS,
    idle_in_transaction_session_timeout: 10_000,
  });
  // A connection lost while nothing is asked, idle or between two questions, tells it to whoever listens; unheard, it
  // would end the process. The next question finds another one, or says that there is none.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const silence = silenceOf(url);
  // Nobody waits for the probes that begin here.
  const heed = (cause: unknown) => void silence.heed(cause);
  const connect = async () => {
    silence.check();
    try {
      return watched(await pool.connect(), heed);
    } catch (cause) {
      heed(cause);
      throw cause;
    }
  };
  return new PostgresDialect({
    pool: {
      connect,
      end: () => pool.end(),
      options: pool.options,
    },
  });
}
