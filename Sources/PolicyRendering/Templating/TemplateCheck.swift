/// Holds a template against the fields that there are, before anything is made of it.
///
/// Mustache shows nothing for a field that it does not know; a notice that silently lacks a line is worse than none.
struct TemplateCheck {
    /// The sources of all templates, by name.
    let sources: [String: String]
    /// Whether the template is HTML, so that it counts where in the page a field stands.
    let isHTML: Bool

    /// Checks a template with all that it includes.
    ///
    /// - Returns: The names of the templates that it includes, sorted.
    func check(_ name: String, fields: TemplateFields) throws(TemplateError) -> [String] {
        var fields = fields
        var position = HTMLPosition()
        var included: Set<String> = []
        try check(name, &fields, &position, &included, inside: [])
        return included.sorted()
    }

    private func check(
        _ name: String, _ fields: inout TemplateFields, _ position: inout HTMLPosition,
        _ included: inout Set<String>, inside: [String]
    ) throws(TemplateError) {
        var open: [TemplateTag] = []
        for piece in try TemplateTag.pieces(of: sources[name] ?? "", named: name) {
            switch piece {
            case .literal(let text): if isHTML { position.read(text) }
            case .tag(let tag):
                switch tag.kind {
                case .comment: break
                case .field: try checkField(tag, fields, position)
                case .section, .inverted:
                    let schema = try schema(of: tag, fields)
                    if tag.kind == .section { fields.enter(schema) }
                    open.append(tag)
                case .end:
                    guard let last = open.popLast(), last.name == tag.name else {
                        throw .wrongEnd(tag.name, open: open.last?.name, at: tag.place)
                    }
                    if last.kind == .section { fields.leave() }
                case .partial:
                    guard sources[tag.name] != nil else {
                        throw .unknownTemplate(tag.name, at: tag.place, known: sources.keys.sorted())
                    }
                    if tag.name == name || inside.contains(tag.name) { throw .includesItself(tag.name, at: tag.place) }
                    included.insert(tag.name)
                    try check(tag.name, &fields, &position, &included, inside: inside + [name])
                }
            }
        }
        if let last = open.last { throw .notClosed(last.name, at: last.place) }
    }

    private func checkField(
        _ tag: TemplateTag, _ fields: TemplateFields, _ position: HTMLPosition
    ) throws(TemplateError) {
        let content = fields.content(of: try schema(of: tag, fields))
        if content == .list || content == .object { throw .wholeAsText(tag.name, at: tag.place) }
        if isHTML, let context = position.refusal(of: content) {
            throw .unsafePlace(tag.name, context, at: tag.place)
        }
    }

    /// The schema of what a tag names; of a function, that of a plain value.
    private func schema(of tag: TemplateTag, _ fields: TemplateFields) throws(TemplateError) -> JSON {
        let plain: JSON = ["type": "string"]
        if ["first()", "last()"].contains(tag.name) { return plain }
        var name = tag.name
        let function = ["empty(", "count("].first(where: name.hasPrefix)
        if let function, name.hasSuffix(")") { name = String(name.dropFirst(function.count).dropLast()) }
        if name.contains("(") || name.contains(")") { throw .notAllowed(tag.name, at: tag.place) }
        guard let schema = fields.schema(of: name) else {
            throw .unknownField(name, at: tag.place, known: fields.names)
        }
        return function == nil ? schema : plain
    }
}
