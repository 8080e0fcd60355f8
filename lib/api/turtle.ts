import "server-only";
import { DataFactory, Writer, type Quad_Object, type Quad_Subject } from "n3";
import { PREFIXES, type Node, type Value } from "./dcat";

const { namedNode, blankNode, literal } = DataFactory;
const RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

/** The whole name of a prefixed one. */
function expand(name: string): string {
  const [prefix = "", rest = ""] = name.split(/:(.*)/s);
  const base = PREFIXES[prefix as keyof typeof PREFIXES];
  if (!base) throw new Error(`no prefix for ${name}`);
  return base + rest;
}

/** A description, of prefixed names only, as Turtle. */
export function turtle(root: Node): Promise<string> {
  const writer = new Writer({ prefixes: PREFIXES });

  function object(value: Value): Quad_Object {
    if (typeof value === "string") return literal(value);
    if ("@value" in value) {
      const { "@value": said, "@language": language, "@type": type } = value;
      return literal(
        String(said),
        language ? String(language) : type ? namedNode(expand(String(type))) : undefined,
      );
    }
    return "@type" in value ? add(value as Node) : namedNode(String(value["@id"]));
  }

  function add(node: Node): Quad_Subject {
    const { "@id": id, "@type": type, ...properties } = node;
    const subject = id ? namedNode(String(id)) : blankNode();
    writer.addQuad(subject, namedNode(RDF_TYPE), namedNode(expand(String(type))));
    for (const [name, values] of Object.entries(properties)) {
      for (const value of [values].flat() as Value[])
        writer.addQuad(subject, namedNode(expand(name)), object(value));
    }
    return subject;
  }

  add(root);
  return new Promise((settle, fail) => {
    writer.end((fault: Error | null, text: string) => (fault ? fail(fault) : settle(text)));
  });
}
