package main

import (
	"fmt"
	"io"
	"net/http"
	"strings"
)

func main() {
	body := strings.NewReader("{\n  \"reason\": \"it's\\n\\\"$HOME\\\" `x` \\\\ ü\",\n  \"on\": true,\n  \"none\": null,\n  \"list\": [\n    1,\n    {}\n  ]\n}")
	request, err := http.NewRequest("POST", "https://api.example.com/users/ID/", body)
	if err != nil {
		panic(err)
	}
	request.Header.Set("Accept", "application/json")
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Authorization", "Bearer YOUR_TOKEN")

	response, err := http.DefaultClient.Do(request)
	if err != nil {
		panic(err)
	}
	defer response.Body.Close()
	content, _ := io.ReadAll(response.Body)
	fmt.Println(response.StatusCode)
	fmt.Println(string(content))
}
