/// The fields that a template may name: the properties of a JSON Schema, seen from a place in the template.
struct TemplateFields {
    private let root: JSON
    /// The schemas that the sections around the place opened, outermost first.
    private var stack: [JSON]

    /// Makes the fields of a schema, seen from the top of a template.
    init(_ schema: JSON) {
        self.root = schema
        self.stack = [schema]
    }

    /// What a field holds.
    enum Content: Hashable {
        case text, url, color, markup, list, object
    }

    /// Returns the schema of a name; nil where there is no such field.
    ///
    /// As Mustache looks it up: the first part in the innermost section that has it, the rest within that.
    func schema(of name: String) -> JSON? {
        if name == "." { return stack.last.map(resolved) }
        var parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)[...]
        guard let first = parts.popFirst() else { return nil }
        let found = stack.reversed().lazy.compactMap { self.properties(of: $0)[first] }.first
        return parts.reduce(found) { schema, part in schema.flatMap { self.properties(of: $0)[part] } }.map(resolved)
    }

    /// Returns what a field with this schema holds.
    func content(of schema: JSON) -> Content {
        guard case .object(let keywords) = resolved(schema) else { return .text }
        return switch (keywords["type"], keywords["format"]) {
        case ("array"?, _): .list
        case ("object"?, _): .object
        case (_, "uri"?): .url
        case (_, "color"?): .color
        default: keywords["contentMediaType"] == "text/markdown" ? .markup : .text
        }
    }

    /// The names that can be used here, those of the innermost section first.
    var names: [String] {
        var names: [String] = []
        for schema in stack.reversed() {
            names += properties(of: schema).keys.filter { !names.contains($0) }
        }
        return names
    }

    /// Opens the section of a field: inside it, an item of a list or the members of an object come first.
    mutating func enter(_ schema: JSON) {
        let schema = resolved(schema)
        if case .object(let keywords) = schema, let items = keywords["items"] {
            stack.append(resolved(items))
        } else {
            stack.append(schema)
        }
    }

    /// Closes the innermost section.
    mutating func leave() { if stack.count > 1 { stack.removeLast() } }

    private func properties(of schema: JSON) -> JSON.Members {
        guard case .object(let keywords) = resolved(schema), case .object(let properties)? = keywords["properties"]
        else { return JSON.Members() }
        return properties
    }

    /// Follows references, and leaves out that a value may be null.
    private func resolved(_ schema: JSON) -> JSON {
        guard case .object(let keywords) = schema else { return schema }
        if case .string(let reference)? = keywords["$ref"] {
            let path = reference.split(separator: "/").dropFirst()
            let found = path.reduce(Optional(root)) { schema, key in
                if case .object(let members)? = schema { members[String(key)] } else { nil }
            }
            return found.map(resolved) ?? schema
        }
        if case .array(let choices)? = keywords["anyOf"], let first = choices.first(where: { $0 != ["type": "null"] }) {
            return resolved(first)
        }
        return schema
    }
}
