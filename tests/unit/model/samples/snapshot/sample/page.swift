import Foundation

var request = URLRequest(url: URL(string: "https://api.example.com/users/ID/")!)
request.httpMethod = "POST"
request.setValue("application/json", forHTTPHeaderField: "Accept")
request.setValue("application/json", forHTTPHeaderField: "Content-Type")
request.setValue("Bearer YOUR_TOKEN", forHTTPHeaderField: "Authorization")
request.httpBody = Data(#"""
  {
    "reason": "it's\n\"$HOME\" `x` \\ ü",
    "on": true,
    "none": null,
    "list": [
      1,
      {}
    ]
  }
  """#.utf8)

let (content, response) = try await URLSession.shared.data(for: request)
print((response as! HTTPURLResponse).statusCode)
print(String(decoding: content, as: UTF8.self))
