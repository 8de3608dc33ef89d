import PolicyQueries

/// What is wrong with a template, with its line.
package struct TemplateError: Error, Hashable {
    /// One sentence that says what is wrong, in which file and line.
    package let message: String
    /// What to do about it.
    package let hint: String?

    static func unknownField(_ name: String, at place: Place, known: [String]) -> TemplateError {
        let near = PolicyQueries.nearest(to: name, among: known)
        return TemplateError(
            message: "\(place): there is no field \"\(name)\" here.",
            hint: (near.isEmpty ? "" : "Did you mean \(near.map { "\"\($0)\"" }.joined(separator: " or "))? ")
                + "The fields at this place: \(known.joined(separator: ", ")).")
    }

    static func unclosedTag(at place: Place) -> TemplateError {
        TemplateError(message: "\(place): a tag begins with {{ and does not end.", hint: "Close it with }}.")
    }

    static func notClosed(_ name: String, at place: Place) -> TemplateError {
        TemplateError(
            message: "\(place): the section \"\(name)\" is not closed.", hint: "Close it with {{/\(name)}}.")
    }

    static func wrongEnd(_ name: String, open: String?, at place: Place) -> TemplateError {
        TemplateError(
            message: "\(place): {{/\(name)}} closes a section that is not open here.",
            hint: open.map { "The section that is open is \"\($0)\"." } ?? "No section is open.")
    }

    static func notAllowed(_ tag: String, at place: Place) -> TemplateError {
        TemplateError(
            message: "\(place): the tag {{\(tag)}} is not allowed.",
            hint:
                "Templates may hold fields, sections (# ^ /), comments (!) and other templates (>); first(), last(), empty(FIELD) and count(FIELD) are known."
        )
    }

    static func wholeAsText(_ name: String, at place: Place) -> TemplateError {
        TemplateError(
            message: "\(place): \"\(name)\" is a list or an object, not a text.",
            hint: "Write {{#\(name)}} … {{/\(name)}} and name the fields inside.")
    }

    static func unknownTemplate(_ name: String, at place: Place?, known: [String]) -> TemplateError {
        TemplateError(
            message: (place.map { "\($0): " } ?? "") + "there is no template \"\(name)\".",
            hint: "The templates are: \(known.joined(separator: ", ")).")
    }

    static func includesItself(_ name: String, at place: Place) -> TemplateError {
        TemplateError(message: "\(place): the template \"\(name)\" includes itself.", hint: nil)
    }

    static func unsafePlace(_ name: String, _ context: String, at place: Place) -> TemplateError {
        TemplateError(
            message: "\(place): \"\(name)\" must not stand in \(context).",
            hint:
                "Addresses (url, logo, link) may stand in href and src, colours in styles, all else between elements and in other quoted attributes."
        )
    }

    static func unreadable(_ detail: String, at place: Place) -> TemplateError {
        TemplateError(message: "\(place): the template cannot be read: \(detail).", hint: nil)
    }

    /// A line of a template.
    struct Place: Hashable, CustomStringConvertible {
        let template: String
        let line: Int

        var description: String { "\(template).mustache:\(line)" }
    }
}
