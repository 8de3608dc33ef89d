import ArgumentParser
import PolicyModel

extension Composition {
    /// Gives an answer: to a file, through the pager, or on standard output; then says on standard error what was noticed.
    ///
    /// - Throws: `CommandFailure` where the answer cannot be written.
    func give(_ answer: Answer, as output: OutputOptions) throws(CommandFailure) -> ExitStatus {
        let write = writer(of: answer)
        if let file = output.output, file != "-" {
            if let why = Platform.replace(file, by: write) { throw .unwritable(file, why: why) }
        } else if answer.file == nil, let pager = pager(output), answer.body != nil || !answer.text.isEmpty,
            Platform.page(through: pager, by: write)
        {
            // Shown.
        } else if case .failed(let why) = write({ Platform.write($0, to: 1) }) {
            throw .standardOutputFailed(why: why)
        }
        if !output.quiet {
            for finding in answer.findings where output.format != .json { say(Self.describe(finding)) }
            for note in answer.notes { say("note: \(note)\n") }
        }
        return answer.status
    }

    /// Returns what writes an answer, by whatever writes its bytes.
    private func writer(of answer: Answer) -> Platform.Writer {
        if let body = answer.body { return body.give }
        if let file = answer.file { return { $0(file) } }
        let text = answer.text.isEmpty || answer.text.hasSuffix("\n") ? answer.text : answer.text + "\n"
        return { $0(Array(text.utf8)) }
    }

    /// Says on standard error what stopped the command, and returns the status to leave with.
    func report(_ error: any Error) -> ExitStatus {
        if let failure = Failure(error) {
            say("error: \(failure.message)\n" + (failure.hint.map { "hint: \($0)\n" } ?? ""))
            return failure.status
        }
        let message = PolicyHistoryCommand.fullMessage(for: error)
        guard PolicyHistoryCommand.exitCode(for: error) != .success else {
            // Help, the version, a completion script: what was asked for, so it is the answer.
            _ = Platform.write(message.hasSuffix("\n") ? message : message + "\n", to: 1)
            return .success
        }
        say(message.hasPrefix("Error: ") ? "error: " + message.dropFirst(7) : message)
        return .usage
    }

    /// Writes to standard error, control characters made visible.
    func say(_ text: String) {
        let line = printable(text)
        _ = Platform.write(line.hasSuffix("\n") ? line : line + "\n", to: 2)
    }

    private static func describe(_ finding: Finding) -> String {
        var line = "\(finding.severity.rawValue): "
        if let place = finding.place {
            line += place.path + (place.lines.map { ":\($0.first)" } ?? "") + ": "
        }
        line += finding.message + "\n"
        if let fix = finding.fix { line += "  fix: \(fix)\n" }
        return line
    }
}

/// Returns the text with control characters made visible, so that nothing in a name or a policy steers the terminal.
///
/// Line feeds and tabs stay. C0 and C1 controls, DEL, and the marks that reorder or hide text become `\u{…}`.
func printable(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x09, 0x0A: shown.append(scalar)
        case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
            shown.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
        default: shown.append(scalar)
        }
    }
    return String(shown)
}
