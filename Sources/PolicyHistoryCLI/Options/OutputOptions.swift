import ArgumentParser
import PolicyRendering

/// How and where an answer is given.
struct OutputOptions: ParsableArguments {
    /// When colour is used.
    enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
        case auto, always, never
    }

    @Option(help: ArgumentHelp("The form of the answer: text, markdown or json.", valueName: "form"))
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
    case text, markdown, json

    /// Returns the answer in this form.
    func render(text: () -> String, markdown: () -> String, json: () -> JSON) -> String {
        switch self {
        case .text: text()
        case .markdown: markdown()
        case .json: json().text
        }
    }
}
