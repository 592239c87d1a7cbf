require "net/http"

uri = URI("https://api.example.com/users/ID/")
request = Net::HTTP::Post.new(uri)
request["Accept"] = "application/json"
request["Content-Type"] = "application/json"
request["Authorization"] = "Bearer YOUR_TOKEN"
request.body = <<~'BODY'.chomp
  {
    "reason": "it's\n\"$HOME\" `x` \\ ü",
    "on": true,
    "none": null,
    "list": [
      1,
      {}
    ]
  }
BODY

response = Net::HTTP.start(uri.hostname, uri.port, use_ssl: true) do |http|
  http.request(request)
end
puts response.code, response.body
