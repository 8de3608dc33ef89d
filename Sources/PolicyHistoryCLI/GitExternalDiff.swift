import PolicyDiff
import PolicyModel
import PolicyQueries
import PolicyRendering

/// One call by git of its external diff driver (gitattributes(5), git(1) GIT_EXTERNAL_DIFF).
///
/// Git passes `path old-file old-hex old-mode new-file new-hex new-mode`, after a rename the new path and what it says about it,
/// too, and for an unmerged path the path alone. `/dev/null` stands for a file that is not there.
struct GitExternalDiff {
    private let path: String
    private let newPath: String?
    private let oldFile: String
    private let newFile: String
    private let modes: [String]

    private init?(_ arguments: [String]) {
        guard (7...9).contains(arguments.count) else { return nil }
        path = arguments[0]
        oldFile = arguments[1]
        newFile = arguments[4]
        modes = [arguments[3], arguments[6]]
        newPath = arguments.count > 7 ? arguments[7] : nil
    }

    /// Returns what git shows for one path; never fails.
    ///
    /// - Parameters:
    ///   - arguments: what git passed.
    ///   - options: what the comparison is told beside the texts.
    ///   - rendering: how it is printed.
    static func text(of arguments: [String], options: ComparisonOptions, rendering: RenderingOptions) -> String {
        if arguments.count == 1 { return printable("\(arguments[0]): unmerged\n\n") }
        guard let call = GitExternalDiff(arguments) else {
            return "no semantic diff: git passes 1, 7 or 9 arguments, not \(arguments.count)\n\n"
        }
        return call.text(options, rendering) + "\n"
    }

    private func text(_ options: ComparisonOptions, _ rendering: RenderingOptions) -> String {
        let name = newPath ?? path
        guard Self.isPolicy(name), !modes.contains(where: Self.isNoFile) else {
            return printable("no semantic diff for \(name)\n")
        }
        let heading = "semantic diff of \(path)" + (newPath.map { $0 == path ? "" : ", now \($0)" } ?? "")
        func line(_ text: String) -> String { printable("\(heading)\n\(text)\n") }
        do throws(CommandFailure) {
            if oldFile == Self.nothing {
                return line("New: \(Self.size(try ComparisonInput(file: newFile, as: name)))")
            }
            if newFile == Self.nothing {
                return line("Deleted: \(Self.size(try ComparisonInput(file: oldFile, as: path)))")
            }
            let old = try ComparisonInput(file: oldFile, as: path)
            let new = try ComparisonInput(file: newFile, as: name)
            guard old.kind == new.kind else { return line("It was \(old.kind.rawValue) and is \(new.kind.rawValue).") }
            let comparison = compare(old.content, new.content, options: options)
            let difference = Difference(before: old.content, after: new.content, comparison: comparison)
            let fields = Self.fields(old, new)
            let notes = comparison.findings.map { "\($0.severity.rawValue): \($0.message)\n" }
            return TextForm.difference(difference, heading: heading, options: rendering)
                + printable(((fields.isEmpty ? [] : ["\n"]) + fields + notes).joined())
        } catch {
            return line("It cannot be compared. \(error.message)")
        }
    }

    private static let nothing = "/dev/null"

    private static func isPolicy(_ path: String) -> Bool {
        let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
        return name.hasSuffix(".md") || name.hasSuffix(".markdown") || name == "rules.yaml"
    }

    /// Whether a mode of git is that of a symbolic link or a submodule, whose contents are no text.
    private static func isNoFile(_ mode: String) -> Bool { mode == "120000" || mode == "160000" }

    /// Label and dates that differ, where both sides have a front matter of their own.
    private static func fields(_ old: ComparisonInput, _ new: ComparisonInput) -> [String] {
        guard let old = old.statement, let new = new.statement else { return [] }
        return WorkingDifference.fields(from: old, to: new)
            .map { "  \($0.name): \($0.before ?? "unknown") → \($0.after ?? "unknown")\n" }
    }

    private static func size(_ input: ComparisonInput) -> String {
        if let rules = input.content.rules { return counted(rules.rules.count, "rule", "rules") + "." }
        let sections = input.content.document.sections.count { !$0.heading.isEmpty }
        return counted(sections, "section", "sections") + ", "
            + counted(input.content.document.clauses.count, "clause", "clauses") + "."
    }

    /// Returns the arguments of the command with `--` before those of git, so that a path which begins with `-` is no option.
    ///
    /// Git's are the last ones, told by the modes among them; arguments that are not a call by git are returned as they are.
    static func endingOptions(in arguments: [String]) -> [String] {
        guard let flag = arguments.firstIndex(of: "--git-external-diff"), !arguments.contains("--") else {
            return arguments
        }
        func isMode(_ text: String) -> Bool {
            text == "." || (text.utf8.count == 6 && text.utf8.allSatisfy { (0x30...0x37).contains($0) })
        }
        for count in [9, 8, 7] where arguments.count - count > flag {
            let start = arguments.count - count
            if isMode(arguments[start + 3]), isMode(arguments[start + 6]) {
                return arguments[..<start] + ["--"] + arguments[start...]
            }
        }
        return arguments
    }
}
