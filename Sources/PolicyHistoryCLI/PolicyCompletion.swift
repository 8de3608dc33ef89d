import ArgumentParser
import PolicyModel
import PolicyStore

/// Completes the names of policies in the shell.
enum PolicyCompletion {
    /// Offers the ids of the policies in the repository that the line so far names.
    static let ids = CompletionKind.custom { words, _, _ in
        var options = RepositoryOptions()
        options.repository = value(of: ["-C", "--repository"], in: words)
        options.root = value(of: ["--root"], in: words)
        options.layout = value(of: ["--layout"], in: words).flatMap { Layout(rawValue: $0) }
        options.example = words.contains("--example")
        options.allowForeignOwner = words.contains("--allow-foreign-owner")
        // A completion that cannot be found is no completion: there is nobody to tell why.
        let found = try? Composition.ofThisProcess().policies(options).histories()
        return (found ?? []).map(\.id.text)
    }

    private static func value(of names: [String], in words: [String]) -> String? {
        for (place, word) in words.enumerated() {
            if names.contains(word), place + 1 < words.count { return words[place + 1] }
            for name in names where word.hasPrefix(name + "=") { return String(word.dropFirst(name.count + 1)) }
        }
        return nil
    }
}
