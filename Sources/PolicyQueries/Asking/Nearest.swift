/// Returns the names that a mistyped one was probably meant to be, nearest first, at most `limit`.
///
/// Compared without case; a name counts where it contains what was typed, where at most a third of the typed bytes differ, or
/// where every word typed begins one of its words (`github-terms` finds `Policies/github-terms/github-terms-of-service`).
/// Cost: the product of the lengths for each name of similar length; names are cut at 200 bytes.
package func nearest(to typed: String, among names: [String], limit: Int = 3) -> [String] {
    let wanted = Array(typed.lowercased().utf8.prefix(200))
    let allowed = max(1, wanted.count / 3)
    let typedWords = words(of: typed.lowercased())
    var found: [(distance: Int, name: String)] = []
    for name in names {
        let lowered = name.lowercased()
        let bytes = Array(lowered.utf8.prefix(200))
        if wanted.count >= 3, lowered.utf8.count >= wanted.count, lowered.contains(typed.lowercased()) {
            found.append((0, name))
        } else if wanted.count >= 3, isSpelt(typedWords, in: lowered) {
            found.append((1, name))
        } else if abs(bytes.count - wanted.count) <= allowed {
            let distance = editDistance(wanted, bytes, limit: allowed)
            if distance <= allowed { found.append((distance, name)) }
        }
    }
    found.sort { ($0.distance, $0.name.utf8.count, $0.name) < ($1.distance, $1.name.utf8.count, $1.name) }
    return found.prefix(limit).map(\.name)
}

/// Whether each word begins a word of the name.
private func isSpelt(_ typed: [Substring], in name: String) -> Bool {
    let parts = words(of: name)
    return !typed.isEmpty && typed.allSatisfy { word in parts.contains { $0.hasPrefix(word) } }
}

/// The runs of letters and digits.
private func words(of text: String) -> [Substring] { text.split { !$0.isLetter && !$0.isNumber } }

/// Returns how many bytes must be inserted, deleted or replaced; anything above `limit` comes back as `limit + 1`.
func editDistance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
    if abs(left.count - right.count) > limit { return limit + 1 }
    var row = Array(0...right.count)
    for (i, byte) in left.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        var least = row[0]
        for (j, other) in right.enumerated() {
            let replaced = diagonal + (byte == other ? 0 : 1)
            diagonal = row[j + 1]
            row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
            least = min(least, row[j + 1])
        }
        if least > limit { return limit + 1 }
    }
    return min(row[right.count], limit + 1)
}
