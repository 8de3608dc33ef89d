package import PolicyDiff

/// A JSON value with one way to print it: keys sorted by bytes, two spaces of indentation, the same bytes on every machine.
package enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    case string(String)
    case array([JSON])
    case object(Members)
    /// A list of changes. Answers have thousands of them, so they are printed as they are: as a tree they would take several times
    /// the memory and the time.
    case changes([Change])

    /// Returns the string, or null where there is none.
    package static func optional(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }

    /// The value printed over several lines, with a newline at the end.
    package var text: String {
        var writer = JSONWriter()
        writer.write(self, indentation: 0)
        return writer.finished()
    }
}

extension JSON {
    /// The members of an object, sorted by key, no key twice.
    package struct Members: Hashable, Sendable, Sequence {
        private var members: [(String, JSON)] = []

        /// Makes the members of a dictionary.
        package init(_ members: [String: JSON] = [:]) {
            self.init(pairs: members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
        }

        /// Makes the members of pairs; of a key given twice the last value counts.
        ///
        /// Next to no work where the keys come in order.
        package init(pairs: [(String, JSON)]) {
            if zip(pairs, pairs.dropFirst()).allSatisfy({ $0.0 < $1.0 }) {
                members = pairs
            } else {
                members.reserveCapacity(pairs.count)
                for (key, value) in pairs { self[key] = value }
            }
        }

        /// The value of a key; nil where there is none.
        package subscript(key: String) -> JSON? {
            get {
                let place = place(of: key)
                // A bare `nil` would be JSON's null.
                return place < members.count && members[place].0 == key ? members[place].1 : Optional.none
            }
            set {
                let place = place(of: key)
                let isThere = place < members.count && members[place].0 == key
                switch (newValue, isThere) {
                case (let value?, true): members[place].1 = value
                case (let value?, false): members.insert((key, value), at: place)
                case (nil, true): members.remove(at: place)
                case (nil, false): break
                }
            }
        }

        /// Returns these members with others beside them; of a key that both have the other value counts.
        func merging(_ others: Members) -> Members {
            var merged = self
            for (key, value) in others { merged[key] = value }
            return merged
        }

        /// Whether there are none.
        var isEmpty: Bool { members.isEmpty }

        /// The keys in order.
        package var keys: [String] { members.map(\.0) }

        /// Returns an iterator over keys and values, in the order of the keys.
        package func makeIterator() -> IndexingIterator<[(String, JSON)]> { members.makeIterator() }

        /// The first place whose key is not before a key.
        private func place(of key: String) -> Int {
            var place = members.count
            while place > 0, members[place - 1].0 >= key { place -= 1 }
            return place
        }

        /// Whether keys and values are equal.
        package static func == (left: Members, right: Members) -> Bool {
            left.members.elementsEqual(right.members) { $0 == $1 }
        }

        /// Feeds keys and values.
        package func hash(into hasher: inout Hasher) {
            for (key, value) in members {
                hasher.combine(key)
                hasher.combine(value)
            }
        }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
    /// Makes a string.
    package init(stringLiteral value: String) { self = .string(value) }
    /// Makes an array.
    package init(arrayLiteral values: JSON...) { self = .array(values) }
    /// Makes an object; of a key given twice the last value counts.
    package init(dictionaryLiteral members: (String, JSON)...) {
        self = .object(Members(pairs: members))
    }
    /// Makes an integer.
    package init(integerLiteral value: Int) { self = .integer(value) }
    /// Makes a boolean.
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    /// Makes null.
    package init(nilLiteral: ()) { self = .null }
}
