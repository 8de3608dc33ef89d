@testable import PolicyRendering

/// Checks a value against the keywords of JSON Schema 2020-12 that the project's schemas use.
///
/// A keyword that it does not know is a violation, so that no part of a schema goes unchecked.
struct SchemaValidator {
    let root: JSON

    /// Returns what is wrong with a value, each with its place; empty where it is valid.
    func violations(of value: JSON) -> [String] { check(value, against: root, at: "$") }

    private func check(_ value: JSON, against schema: JSON, at place: String) -> [String] {
        guard case .object(let keywords) = schema else { return ["\(place): no schema"] }
        if case .changes(let changes) = value {
            return check(.array(changes.map(JSONForm.change)), against: schema, at: place)
        }
        return keywords.flatMap { check(value, keyword: $0, $1, keywords, at: place) }
    }

    private func check(
        _ value: JSON, keyword: String, _ argument: JSON, _ siblings: JSON.Members, at place: String
    ) -> [String] {
        switch (keyword, argument, value) {
        case ("$schema", _, _), ("$defs", _, _), ("title", _, _), ("description", _, _), ("format", _, _): return []
        case ("$ref", .string(let reference), _):
            guard let schema = resolve(reference) else { return ["\(place): \(reference) leads nowhere"] }
            return check(value, against: schema, at: place)
        case ("type", .string(let type), _): return type == name(of: value) ? [] : ["\(place): not of type \(type)"]
        case ("const", let expected, _): return value == expected ? [] : ["\(place): not \(expected.text)"]
        case ("enum", .array(let values), _):
            return values.contains(value) ? [] : ["\(place): \(value.text) is none of the values"]
        case ("anyOf", .array(let schemas), _):
            let tries = schemas.map { check(value, against: $0, at: place) }
            return tries.contains([]) ? [] : tries.flatMap { $0 }
        case ("oneOf", .array(let schemas), _):
            let tries = schemas.map { check(value, against: $0, at: place) }
            let fits = tries.count { $0.isEmpty }
            return fits == 1 ? [] : fits == 0 ? tries.flatMap { $0 } : ["\(place): fits \(fits) of oneOf"]
        case ("required", .array(let keys), .object(let members)):
            return keys.compactMap { key in
                if case .string(let key) = key, members[key] == nil { "\(place): \(key) is missing" } else { nil }
            }
        case ("properties", .object(let properties), .object(let members)):
            return members.flatMap { key, member in
                properties[key].map { check(member, against: $0, at: "\(place).\(key)") } ?? []
            }
        case ("additionalProperties", .bool(false), .object(let members)):
            guard case .object(let properties)? = siblings["properties"] else { return ["\(place): no properties"] }
            return members.keys.filter { properties[$0] == nil }.map { "\(place): \($0) is unknown" }
        case ("items", let schema, .array(let items)):
            return items.enumerated().flatMap { check($1, against: schema, at: "\(place)[\($0)]") }
        case ("minItems", .integer(let least), .array(let items)):
            return items.count >= least ? [] : ["\(place): too few"]
        case ("maxItems", .integer(let most), .array(let items)):
            return items.count <= most ? [] : ["\(place): too many"]
        case ("minimum", .integer(let least), .integer(let number)):
            return number >= least ? [] : ["\(place): too small"]
        case ("pattern", .string(let pattern), .string(let text)):
            guard let regex = try? Regex(pattern) else { return ["\(place): no pattern"] }
            return text.firstMatch(of: regex) != nil ? [] : ["\(place): \(text) does not match \(pattern)"]
        case ("required", _, _), ("properties", _, _), ("additionalProperties", _, _), ("items", _, _),
            ("minItems", _, _),
            ("maxItems", _, _), ("minimum", _, _), ("pattern", _, _):
            return []  // These hold for a value of another type.
        default: return ["\(place): the keyword \(keyword) is not known"]
        }
    }

    private func resolve(_ reference: String) -> JSON? {
        guard reference.hasPrefix("#/") else { return nil }
        return reference.dropFirst(2).split(separator: "/").reduce(Optional(root)) { schema, key in
            if case .object(let members)? = schema { members[String(key)] } else { nil }
        }
    }

    private func name(of value: JSON) -> String {
        switch value {
        case .null: "null"
        case .bool: "boolean"
        case .integer: "integer"
        case .string: "string"
        case .array, .changes: "array"
        case .object: "object"
        }
    }
}
