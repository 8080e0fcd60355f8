import accessibility from "./accessibility.json";
import account from "./account.json";
import comparison from "./comparison.json";
import dataset from "./dataset.json";
import developers from "./developers.json";
import downloads from "./downloads.json";
import desk from "./desk.json";
import editions from "./editions.json";
import entities from "./entities.json";
import errors from "./errors.json";
import explorer from "./explorer.json";
import indicators from "./indicators.json";
import legal from "./legal.json";
import lists from "./lists.json";
import method from "./method.json";
import notes from "./notes.json";
import overview from "./overview.json";
import reports from "./reports.json";
import search from "./search.json";
import shell from "./shell.json";
import territories from "./territories.json";
import twins from "./twins.json";
import ui from "./ui.json";

/** One file a part of the site: its name is the namespace of its words. */
const messages = {
  accessibility,
  account,
  comparison,
  dataset,
  developers,
  downloads,
  desk,
  editions,
  entities,
  errors,
  explorer,
  indicators,
  legal,
  lists,
  method,
  notes,
  overview,
  reports,
  search,
  shell,
  territories,
  twins,
  ui,
};

export default messages;
