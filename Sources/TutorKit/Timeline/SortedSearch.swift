extension RandomAccessCollection {
    /// The last element that `isEarly`, in a collection whose early elements all come first.
    func lastInOrder(where isEarly: (Element) -> Bool) -> Index? {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = index(low, offsetBy: distance(from: low, to: high) / 2)
            if isEarly(self[middle]) { low = index(after: middle) } else { high = middle }
        }
        return low == startIndex ? nil : index(before: low)
    }
}
