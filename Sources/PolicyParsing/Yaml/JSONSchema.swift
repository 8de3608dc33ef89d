/// A value of JSON, for the schemas alone.
indirect enum JSONValue {
    case text(String)
    case number(Int)
    case flag(Bool)
    case null
    case list([JSONValue])
    case object([String: JSONValue])

    /// The value as JSON: keys sorted, two spaces an indentation.
    func written(indent: Int = 0) -> String {
        let inner = String(repeating: "  ", count: indent + 1)
        let outer = String(repeating: "  ", count: indent)
        switch self {
        case .text(let text): return Self.quoted(text)
        case .number(let number): return String(number)
        case .flag(let flag): return flag ? "true" : "false"
        case .null: return "null"
        case .list(let items):
            if items.isEmpty { return "[]" }
            return "[\n" + items.map { inner + $0.written(indent: indent + 1) }.joined(separator: ",\n") + "\n\(outer)]"
        case .object(let members):
            if members.isEmpty { return "{}" }
            let lines = members.sorted { $0.key < $1.key }.map {
                inner + Self.quoted($0.key) + ": " + $0.value.written(indent: indent + 1)
            }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\u{0}"..<"\u{20}":
                result += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

extension Schema {
    /// The schema as a JSON Schema (2020-12) of its own.
    func document(title: String, description: String) -> String {
        guard case .object(var members) = json else { return "" }
        members["$schema"] = .text("https://json-schema.org/draft/2020-12/schema")
        members["title"] = .text(title)
        members["description"] = .text(description)
        return JSONValue.object(members).written() + "\n"
    }

    /// The schema as a part of a JSON Schema.
    var json: JSONValue {
        switch self {
        case .text(let form): return form.json
        case .choice(let words): return .object(["enum": .list(words.map { .text($0) })])
        case .list(let element): return .object(["type": .text("array"), "items": element.json])
        case .object(let object): return object.json
        case .map(let element, let keys, let required):
            var members: [String: JSONValue] = [
                "type": .text("object"), "additionalProperties": element.json,
                "required": .list(required.map { .text($0) }),
            ]
            if let pattern = keys.pattern { members["propertyNames"] = .object(["pattern": .text(pattern)]) }
            return .object(members)
        case .either(let form, let other): return .object(["anyOf": .list([form.json, other.json])])
        }
    }

    /// The schema of a key that may be there without a value.
    fileprivate var jsonOrNull: JSONValue {
        guard case .object(var members) = json else { return json }
        if case .text(let type)? = members["type"] {
            members["type"] = .list([.text(type), .text("null")])
        } else if case .list(let types)? = members["type"] {
            members["type"] = .list(types + [.text("null")])
        } else if case .list(let words)? = members["enum"] {
            members["enum"] = .list(words + [.null])
        } else if case .list(let options)? = members["anyOf"] {
            members["anyOf"] = .list(options + [.object(["type": .text("null")])])
        }
        return .object(members)
    }
}

extension TextForm {
    fileprivate var json: JSONValue {
        var members: [String: JSONValue] = [
            "type": allowsNumbers ? .list([.text("string"), .text("number")]) : .text("string")
        ]
        if let pattern { members["pattern"] = .text(pattern) }
        if let format { members["format"] = .text(format) }
        if words.isEmpty { return .object(members) }
        return .object(["anyOf": .list([.object(members), .object(["enum": .list(words.map { .text($0) })])])])
    }
}

extension ObjectSchema {
    fileprivate var json: JSONValue {
        var properties: [String: JSONValue] = [:]
        for property in self.properties {
            let schema = property.presence == .required ? property.schema.json : property.schema.jsonOrNull
            guard case .object(var members) = schema else { continue }
            members["description"] = .text(property.meaning)
            properties[property.key] = .object(members)
        }
        let required = self.properties.filter { $0.presence == .required }.map { JSONValue.text($0.key) }
        var members: [String: JSONValue] = [
            "type": .text("object"), "additionalProperties": .flag(false), "properties": .object(properties),
            "required": .list(required),
        ]
        if !exactlyOne.isEmpty {
            members["oneOf"] = .list(exactlyOne.map { .object(["required": .list([.text($0)])]) })
        }
        return .object(members)
    }
}
