import PolicyModel

/// Checks a value against a schema and reports all that differs.
struct SchemaCheck {
    private let path: String
    private(set) var findings: [Finding] = []
    private var patterns: [String: Regex<AnyRegexOutput>] = [:]

    /// Returns what differs, in the order of the file.
    static func findings(of value: YamlValue, against schema: Schema, path: String) -> [Finding] {
        var check = SchemaCheck(path: path)
        check.check(value, schema, at: "the file")
        return check.findings
    }

    private init(path: String) { self.path = path }

    private mutating func check(_ value: YamlValue, _ schema: Schema, at name: String) {
        switch (schema, value) {
        case (.text(let form), .text(let text, _, let lines)): check(text, form, at: name, lines)
        case (.choice(let words), .text(let text, _, let lines)):
            if !words.contains(text) {
                report(
                    "value-unknown", .error, "\(name) is '\(text)', but has to be \(Self.list(words)).", lines,
                    fix: Self.nearest(text, in: words).map { "Did you mean '\($0)'?" })
            }
        case (.list(let element), .list(let items, _)):
            for item in items { check(item, element, at: "an item of \(name)") }
        case (.object(let object), .map(let entries, let lines)): check(entries, object, at: name, lines)
        case (.map(let element, let keys, let required), .map(let entries, let lines)):
            for key in required where !entries.contains(where: { $0.key == key }) {
                report("key-missing", .error, "\(name) has no '\(key)'.", lines, fix: "Add '\(key)'.")
            }
            for entry in entries {
                check(entry.key, keys, at: "a key of \(name)", LineRange(entry.line, entry.line))
                check(entry.value, element, at: "'\(entry.key)' of \(name)")
            }
        case (.either(let form, _), .text): check(value, .text(form), at: name)
        case (.either(_, let other), _): check(value, other, at: name)
        default:
            report("value-wrong-type", .error, "\(name) has to be \(Self.type(of: schema)).", value.lines)
        }
    }

    private mutating func check(
        _ entries: [YamlValue.Entry], _ object: ObjectSchema, at name: String, _ lines: LineRange
    ) {
        let keys = object.properties.map(\.key)
        for entry in entries {
            guard let property = object.properties.first(where: { $0.key == entry.key }) else {
                let nearest = Self.nearest(entry.key, in: keys)
                report(
                    "key-unknown", .warning, "\(name) has an unknown key '\(entry.key)'.",
                    LineRange(entry.line, entry.line),
                    fix: nearest.map { "Did you mean '\($0)'?" } ?? "Known keys are \(Self.list(keys)).")
                continue
            }
            let isRequired = property.presence == .required
            if entry.value.isAbsent, !isRequired { continue }
            check(entry.value, property.schema, at: "'\(entry.key)'" + (name == "the file" ? "" : " of \(name)"))
        }
        for property in object.properties where property.presence == .required {
            guard !entries.contains(where: { $0.key == property.key }) else { continue }
            report(
                "key-missing", .error, "\(name) has no '\(property.key)'.", lines,
                fix: "Add '\(property.key)': \(property.meaning)")
        }
        if !object.exactlyOne.isEmpty, entries.count(where: { object.exactlyOne.contains($0.key) }) != 1 {
            report("key-missing", .error, "\(name) needs exactly one of \(Self.list(object.exactlyOne)).", lines)
        }
    }

    private mutating func check(_ text: String, _ form: TextForm, at name: String, _ lines: LineRange) {
        if form.words.contains(text) { return }
        let severity: Finding.Severity = form.isStrict ? .error : .warning
        let isDay = form.format == "date"
        if matches(text, form.pattern) {
            if isDay, CivilDate(iso: text) == nil {
                report("date-invalid", .error, "\(name) is '\(text)', a day that does not exist.", lines)
            } else if form.format == "date-time", Instant(rfc3339: text) == nil {
                report("date-invalid", .error, "\(name) is '\(text)', a moment that does not exist.", lines)
            }
            return
        }
        report(
            isDay ? "date-invalid" : "value-wrong-form", severity, "\(name) is '\(text)', but has to be \(form.name).",
            lines)
    }

    private mutating func matches(_ text: String, _ pattern: String?) -> Bool {
        guard let pattern else { return true }
        if patterns[pattern] == nil { patterns[pattern] = try? Regex(pattern) }
        guard let regex = patterns[pattern] else { return true }
        return text.wholeMatch(of: regex) != nil
    }

    private mutating func report(
        _ id: String, _ severity: Finding.Severity, _ message: String, _ lines: LineRange, fix: String? = nil
    ) {
        let sentence = message.prefix(1).uppercased() + message.dropFirst()
        findings.append(
            Finding(id: id, severity: severity, message: sentence, place: Place(path: path, lines: lines), fix: fix))
    }

    private static func type(of schema: Schema) -> String {
        switch schema {
        case .text(let form): form.name
        case .choice(let words): list(words)
        case .list: "a list"
        case .object, .map: "a map of keys and values"
        case .either(let form, let other): "\(form.name), or \(type(of: other))"
        }
    }

    private static func list(_ words: [String]) -> String {
        let quoted = words.map { "'\($0)'" }
        guard quoted.count > 1 else { return quoted.first ?? "" }
        return quoted.dropLast().joined(separator: ", ") + " or " + (quoted.last ?? "")
    }

    /// The word that takes at most two edits to reach, the nearest first.
    private static func nearest(_ word: String, in words: [String]) -> String? {
        guard word.utf8.count <= 40 else { return nil }
        let distances = words.map { (distance(Array(word.lowercased().utf8), Array($0.lowercased().utf8)), $0) }
        return distances.filter { $0.0 <= 2 }.min { $0.0 < $1.0 }?.1
    }

    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (place, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = place + 1
            for (column, other) in right.enumerated() {
                let next = min(row[column] + 1, row[column + 1] + 1, diagonal + (byte == other ? 0 : 1))
                diagonal = row[column + 1]
                row[column + 1] = next
            }
        }
        return row[right.count]
    }
}
