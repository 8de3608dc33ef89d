import Mustache

/// A checked template of one form, with the templates that it includes.
struct Template {
    private let template: MustacheTemplate
    private let library: MustacheLibrary
    private let escaping: TemplateEscaping

    /// Makes a template of its source.
    ///
    /// - Throws: `TemplateError` with the line where it names a field that is not there, or cannot be read.
    init(
        _ name: String, of sources: [String: String], fields: JSON, escaping: TemplateEscaping, isHTML: Bool
    ) throws(TemplateError) {
        let check = TemplateCheck(sources: sources, isHTML: isHTML)
        var library = MustacheLibrary()
        for part in try check.check(name, fields: TemplateFields(fields)) {
            library.register(try Self.parse(sources[part] ?? "", named: part), named: part)
        }
        self.template = try Self.parse(sources[name] ?? "", named: name)
        self.library = library
        self.escaping = escaping
    }

    /// Returns the template filled with the values.
    func filled(with value: JSON) -> String {
        template.render(TemplateValue.value(of: value, escaping), library: library)
    }

    private static func parse(_ source: String, named name: String) throws(TemplateError) -> MustacheTemplate {
        do {
            // The values escape themselves: Mustache's own escaping knows only HTML, can be turned off by a tag, and begins
            // anew in each template that is included.
            return try MustacheTemplate(string: "{{%CONTENT_TYPE:TEXT}}" + source)
        } catch let error as MustacheTemplate.ParserError {
            throw .unreadable("\(error.error)", at: TemplateError.Place(template: name, line: error.context.lineNumber))
        } catch {
            throw .unreadable("\(error)", at: TemplateError.Place(template: name, line: 1))
        }
    }
}
