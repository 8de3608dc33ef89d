import ArgumentParser
import PolicyRendering

/// How and where an answer is given.
struct OutputOptions: ParsableArguments {
    /// When colour is used.
    enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
        case auto, always, never
    }

    @Option(
        help: ArgumentHelp(
            "The form of the answer: text, markdown, json; html where a comparison is told; docx where it is one of two texts; svg of stats.",
            valueName: "form"))
    var format: OutputFormat = .text

    @Option(
        help: ArgumentHelp("Write the answer to a file, whole or not at all.", valueName: "file"),
        completion: .file())
    var output: String?

    @Option(help: ArgumentHelp("Use colour: auto (on a terminal), always or never.", valueName: "when"))
    var color: ColorChoice = .auto

    @Flag(help: "Do not show a long answer in the pager (PAGER).")
    var noPager = false

    @Flag(help: "Say nothing but the answer and errors.")
    var quiet = false
}

/// The form of an answer.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case text, markdown, json, html, docx, svg
    case eml, short, post, atom, ics
    case jsonFeed = "json-feed"

    /// Returns the answer in this form; what a command does not have (`forms`) is refused before it starts to work.
    func render(text: () -> String, markdown: () -> String, json: () -> JSON) -> String {
        render(text: text, markdown: markdown, json: json, html: { "" })
    }

    /// Returns the answer in this form, for commands that have a page; a Word document is no text, see `Answer.file`.
    func render(
        text: () -> String, markdown: () -> String, json: () -> JSON, html: () throws -> String
    ) rethrows -> String {
        switch self {
        case .text: text()
        case .markdown: markdown()
        case .json: json().text
        case .html: try html()
        case .docx, .svg, .eml, .short, .post, .atom, .ics, .jsonFeed: ""
        }
    }
}
