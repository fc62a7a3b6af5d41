# fail: external-response-read
data "http" "my_address" {
  url = "https://ip.example.com"
}

# The same source is read already.
data "http" "my_address_again" {
  url = "https://ip.example.com"
}

variable "host" {
  type = string
}

# fail: external-response-read
data "http" "policy" {
  url = "https://${var.host}/policy.json"
}
