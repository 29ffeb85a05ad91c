// A stand-in for hashicorp/azurerm with the attributes that our Terraform texts have, so that the real terraform can say
// whether they are whole: no network, nothing is created.
package main

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/provider"
	pschema "github.com/hashicorp/terraform-plugin-framework/provider/schema"
	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
)

type standIn struct{}

func (standIn) Metadata(_ context.Context, _ provider.MetadataRequest, answer *provider.MetadataResponse) {
	answer.TypeName = "azurerm"
}

func (standIn) Schema(_ context.Context, _ provider.SchemaRequest, answer *provider.SchemaResponse) {
	answer.Schema = pschema.Schema{}
}

func (standIn) Configure(context.Context, provider.ConfigureRequest, *provider.ConfigureResponse) {}

func (standIn) DataSources(context.Context) []func() datasource.DataSource { return nil }

func (standIn) Resources(context.Context) []func() resource.Resource {
	return []func() resource.Resource{func() resource.Resource { return roleAssignment{} }}
}

// azurerm_role_assignment as registry.terraform.io documents it (hashicorp/azurerm, r/role_assignment).
type roleAssignment struct{}

func (roleAssignment) Metadata(_ context.Context, _ resource.MetadataRequest, answer *resource.MetadataResponse) {
	answer.TypeName = "azurerm_role_assignment"
}

func (roleAssignment) Schema(_ context.Context, _ resource.SchemaRequest, answer *resource.SchemaResponse) {
	answer.Schema = schema.Schema{Attributes: map[string]schema.Attribute{
		"id":                               schema.StringAttribute{Computed: true},
		"name":                             schema.StringAttribute{Optional: true, Computed: true},
		"scope":                            schema.StringAttribute{Required: true},
		"principal_id":                     schema.StringAttribute{Required: true},
		"principal_type":                   schema.StringAttribute{Optional: true, Computed: true},
		"role_definition_id":               schema.StringAttribute{Optional: true, Computed: true},
		"role_definition_name":             schema.StringAttribute{Optional: true, Computed: true},
		"condition":                        schema.StringAttribute{Optional: true},
		"condition_version":                schema.StringAttribute{Optional: true},
		"description":                      schema.StringAttribute{Optional: true},
		"skip_service_principal_aad_check": schema.BoolAttribute{Optional: true, Computed: true},
	}}
}

func (roleAssignment) Create(context.Context, resource.CreateRequest, *resource.CreateResponse) {}
func (roleAssignment) Read(context.Context, resource.ReadRequest, *resource.ReadResponse)       {}
func (roleAssignment) Update(context.Context, resource.UpdateRequest, *resource.UpdateResponse) {}
func (roleAssignment) Delete(context.Context, resource.DeleteRequest, *resource.DeleteResponse) {}

func main() {
	_ = providerserver.Serve(context.Background(), func() provider.Provider { return standIn{} },
		providerserver.ServeOpts{Address: "registry.terraform.io/hashicorp/azurerm"})
}
