import ArgumentParser
import PolicyModel

/// A command that answers a question: it takes what it needs from the composition and returns its answer whole.
///
/// Nothing is written while a command works, so an error never leaves half an answer on standard output.
protocol AnsweringCommand: ParsableCommand {
    /// How and where the answer is given.
    var output: OutputOptions { get }

    /// The forms that the answer can take (`--format`).
    static var forms: [OutputFormat] { get }

    /// Returns the answer.
    ///
    /// - Throws: what stops the program; `ExitStatus` gives each error its status.
    func answer(in composition: Composition) throws -> Answer
}

extension AnsweringCommand {
    static var forms: [OutputFormat] { [.text, .markdown, .json] }
}

/// What a command says.
struct Answer {
    /// The answer itself, for standard output or the file of `--output`.
    var text: String
    /// The answer as the bytes of a file that is no text, such as a Word document; nil where it is text.
    var file: [UInt8]?
    /// The answer in parts, where it was told part by part; nil where it is one text.
    var body: AnswerBody?
    /// What was noticed on the way, for standard error; the JSON form carries them itself.
    var findings: [Finding] = []
    /// Remarks for people, for standard error.
    var notes: [String] = []
    /// The status to leave with.
    var status: ExitStatus = .success
}

extension Finding {
    /// Returns the finding with a place, where it has none of its own.
    func placed(at path: String) -> Finding {
        place != nil ? self : Finding(id: id, severity: severity, message: message, place: Place(path: path), fix: fix)
    }
}
